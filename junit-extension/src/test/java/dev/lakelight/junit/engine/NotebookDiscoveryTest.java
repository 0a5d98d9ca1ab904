package dev.lakelight.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;

class NotebookDiscoveryTest {

    private static final String SQL = "-- Databricks notebook source\nSELECT 1\n";
    private static final String JAVA = "// Databricks notebook source\nint one = 1;\n";

    @TempDir
    Path folder;

    TestProject project;

    @BeforeEach
    void createProject() {
        project = new TestProject(folder);
    }

    @Test
    void findsNotebooksByNameAndHeader() {
        project.write("pipelines/silver/customers_test.sql", SQL);
        project.write("pipelines/silver/test_orders.java", JAVA);
        project.write("pipelines/silver/customers.sql", SQL);
        project.write("pipelines/silver/migration_test.sql", "SELECT 1;\n");
        project.write("pipelines/target/customers_test.sql", SQL);
        project.write("pipelines/.cache/customers_test.sql", SQL);

        assertThat(project.ids(selectDirectory(folder.resolve("pipelines").toFile())))
                .containsExactly(
                        "[notebook:pipelines%2Fsilver%2Fcustomers_test.sql]",
                        "[notebook:pipelines%2Fsilver%2Ftest_orders.java]");
    }

    @Test
    void findsNotebooksOfEveryFormat() {
        project.write("pipelines/a_test.ipynb", "{}");
        project.write("pipelines/b_test.py", "# Databricks notebook source\n");
        project.write("pipelines/test_c.R", "# Databricks notebook source\n");
        project.write("pipelines/test_d.scala", "\uFEFF// Databricks notebook source\r\n");
        project.write("pipelines/test_e.py", "def test_e(): pass\n");
        project.write("pipelines/test_f.txt", "# Databricks notebook source\n");

        assertThat(project.ids(selectDirectory(folder.resolve("pipelines").toFile())))
                .containsExactly(
                        "[notebook:pipelines%2Fa_test.ipynb]",
                        "[notebook:pipelines%2Fb_test.py]",
                        "[notebook:pipelines%2Ftest_c.R]",
                        "[notebook:pipelines%2Ftest_d.scala]");
    }

    @Test
    void placesANotebookAtItsFirstLine() {
        Path notebook = project.write("pipelines/customers_test.sql", SQL);

        assertThat(project.tests(selectFile(notebook.toFile()))).singleElement().satisfies(test -> {
            assertThat(test.getDisplayName()).isEqualTo("pipelines/customers_test.sql");
            assertThat(project.place(test)).isEqualTo("pipelines/customers_test.sql:1");
            assertThat(project.tests(selectUniqueId(test.getUniqueId()))).hasSize(1);
        });
    }

    @Test
    void runsANotebookUnderTheConfigurationsThatAScenarioFileDeclares() {
        project.write("pipelines/customers_test.sql", SQL);
        project.write("src/test/lakelight/notebooks.yml", """
                configurations: { small: {}, empty: {} }
                notebook-tests:
                  - notebook: pipelines/customers_test.sql
                    configurations: [small, empty]
                """);

        assertThat(project.tests(
                        selectDirectory(folder.resolve("src").toFile()),
                        selectDirectory(folder.resolve("pipelines").toFile())))
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("pipelines/customers_test.sql [small]", "pipelines/customers_test.sql [empty]");
    }

    @Test
    void takesAnyNotebookThatIsDeclaredToBeATest() {
        Path notebook = project.write("checks/totals.sql", SQL);
        project.write("src/test/lakelight/notebooks.yml", "notebook-tests: [ { notebook: checks/totals.sql } ]\n");

        assertThat(project.ids(selectDirectory(folder.resolve("src").toFile())))
                .containsExactly("[notebook:checks%2Ftotals.sql]");
        assertThat(project.ids(selectFile(notebook.toFile()))).containsExactly("[notebook:checks%2Ftotals.sql]");
    }

    @Test
    void failsForANotebookThatIsDeclaredTwice() {
        Path notebook = project.write("pipelines/customers_test.sql", SQL);
        project.write("src/test/lakelight/a.yml", "notebook-tests: [ { notebook: pipelines/customers_test.sql } ]\n");
        project.write("src/test/lakelight/b.yml", "notebook-tests: [ { notebook: pipelines/customers_test.sql } ]\n");

        project.engine(selectFile(notebook.toFile()))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message("The notebook test pipelines/customers_test.sql is declared"
                                + " twice, at src/test/lakelight/a.yml:1 and at src/test/lakelight/b.yml:1."
                                + " Put its configurations into one declaration."))));
    }

    @Test
    void takesADeclarationWithoutExtensionBesideItsFile() {
        project.write("src/test/lakelight/totals.sql", SQL);
        project.write("src/test/lakelight/notebooks.yml", "notebook-tests: [ { notebook: totals } ]\n");

        assertThat(project.ids(selectDirectory(folder.toFile())))
                .containsExactly("[notebook:src%2Ftest%2Flakelight%2Ftotals.sql]");
    }

    @Test
    void failsForANotebookThatIsNotThere() {
        Path file =
                project.write("src/test/lakelight/notebooks.yml", "notebook-tests: [ { notebook: checks/totals } ]\n");

        project.engine(selectFile(file.toFile()))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message("src/test/lakelight/notebooks.yml:1: There is no"
                                + " notebook 'checks/totals'. Correct the path; it is taken from the folder of this file,"
                                + " then from the project's base directory."))));
    }
}
