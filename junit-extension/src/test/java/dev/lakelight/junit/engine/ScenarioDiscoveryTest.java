package dev.lakelight.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;

class ScenarioDiscoveryTest {

    private static final String CUSTOMERS = """
            configurations:
              small:
                parameters: { run_date: 2011-12-09 }
              empty: {}
            scenarios:
              - name: a late address wins
                tags: [slow]
                run: { notebook: customers.sql, configurations: [small, empty] }
                then: { exit: ok }
              - name: nothing/given [yet]
                run: { notebook: customers.sql }
                then: { silver.customers: absent }
            """;

    private static final String FILE = "src/test/lakelight/customers.yml";

    @TempDir
    Path folder;

    TestProject project;

    @BeforeEach
    void createProject() {
        project = new TestProject(folder);
        project.write("customers.sql", "-- Databricks notebook source\nSELECT 1\n");
        project.write(FILE, CUSTOMERS);
    }

    @Test
    void findsATestForEachConfigurationOfEachScenario() {
        assertThat(project.ids(selectDirectory(folder.toFile())))
                .containsExactly(
                        "[file:src%2Ftest%2Flakelight%2Fcustomers.yml]/[scenario:a late address wins]/[configuration:small]",
                        "[file:src%2Ftest%2Flakelight%2Fcustomers.yml]/[scenario:a late address wins]/[configuration:empty]",
                        "[file:src%2Ftest%2Flakelight%2Fcustomers.yml]/[scenario:nothing%2Fgiven %5Byet%5D]");
    }

    @Test
    void namesTestsAndPlacesThemAtTheirLines() {
        List<TestDescriptor> tests =
                project.tests(selectFile(folder.resolve(FILE).toFile()));

        assertThat(tests)
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("a late address wins [small]", "a late address wins [empty]", "nothing/given [yet]");
        assertThat(tests).extracting(project::place).containsExactly(FILE + ":6", FILE + ":6", FILE + ":10");
        assertThat(tests.get(0).getTags()).containsExactly(TestTag.create("slow"));
    }

    @Test
    void findsWhatAUniqueIdNames() {
        List<String> all = project.tests(selectDirectory(folder.toFile())).stream()
                .map(test -> test.getUniqueId().toString())
                .toList();
        String scenario = all.get(0).substring(0, all.get(0).lastIndexOf('/'));

        assertThat(all)
                .allSatisfy(id -> assertThat(project.tests(selectUniqueId(id)))
                        .extracting(test -> test.getUniqueId().toString())
                        .containsExactly(id));
        assertThat(project.tests(selectUniqueId(scenario))).hasSize(2);
        assertThat(project.tests(selectUniqueId(scenario + "/[configuration:other]")))
                .isEmpty();
    }

    @Test
    void leavesYamlOutsideOfScenarioFoldersAlone() {
        project.write("deploy/service.yml", "services: {}\n");

        assertThat(project.ids(selectDirectory(folder.toFile()))).hasSize(3);
    }

    @Test
    void takesAFileOutsideWhenItIsAskedFor() {
        Path file = project.write("more/later.yml", """
                scenarios:
                  - name: with a configuration of the project
                    run: { notebook: customers.sql, configuration: small }
                    then: { exit: ok }
                """);

        assertThat(project.tests(selectFile(file.toFile())))
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("with a configuration of the project [small]");
    }

    @Test
    void looksWhereTheSettingSays() {
        project.write("scenarios/one.yml", """
                scenarios:
                  - name: elsewhere
                    run: { notebook: customers.sql }
                    then: { exit: ok }
                """);

        List<TestDescriptor> found = TestProject.tests(project.engine(selectDirectory(folder.toFile()))
                .configurationParameter("lakelight.scenarios", "scenarios"));

        assertThat(found).extracting(TestDescriptor::getDisplayName).containsExactly("elsewhere");
    }

    @Test
    void failsForAFileWithAMistake() {
        project.write("src/test/lakelight/broken.yml", "scenaros: []\n");

        assertThat(project.tests(selectDirectory(folder.toFile())))
                .extracting(project::place)
                .contains("src/test/lakelight/broken.yml:1");
        project.engine(selectFile(
                        folder.resolve("src/test/lakelight/broken.yml").toFile()))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test(),
                                finishedWithFailure(
                                        instanceOf(UserError.class),
                                        message(text -> text.startsWith("src/test/lakelight/broken.yml:1:1: ")))));
    }

    @Test
    void failsForATagThatJUnitCannotSelect() {
        Path file = project.write("src/test/lakelight/tags.yml", """
                scenarios:
                  - name: tagged
                    tags: [very slow]
                    run: { notebook: customers.sql }
                    then: { exit: ok }
                """);

        project.engine(selectFile(file.toFile()))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message("src/test/lakelight/tags.yml:2: The tag 'very slow'"
                                + " cannot be used: tags have no spaces and none of the characters , ( ) & | !"))));
    }
}
