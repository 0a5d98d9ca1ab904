package dev.lakelight.databricks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.databricks.suite.RemoteTest.Work;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReaderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeNotebooks() throws IOException {
        file("pipelines/clean.sql", "-- Databricks notebook source\nSELECT 1\n");
        file("pipelines/clean_test.sql", "-- Databricks notebook source\nSELECT 1\n");
        file("pipelines/own.java", "// Databricks notebook source\n");
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Languages languages = new Languages(true, false);

    private List<RemoteTest> read(String yaml) throws IOException {
        file("src/test/lakelight/a.yml", yaml);
        return SuiteReader.read(
                new SuiteFolders(
                        folder,
                        folder,
                        List.of(folder.resolve("src/test/lakelight")),
                        List.of(folder.resolve("pipelines")),
                        folder.resolve("target/classes"),
                        folder.resolve("target/test-classes")),
                languages);
    }

    private String reason(String scenario) throws IOException {
        return read("scenarios:\n  - name: s\n" + scenario.indent(4)).get(0).work() instanceof Work.Skip skip
                ? skip.reason()
                : "";
    }

    @Test
    void namesTestsAsTheyAreNamedOnThisMachine() throws IOException {
        List<RemoteTest> tests = read("""
                configurations:
                  small: { parameters: { day: 2011-12-05 } }
                  late/data: { parameters: { day: 2011-12-06 } }
                scenarios:
                  - name: "a: 100%"
                    configurations: [small, late/data]
                    run: { notebook: pipelines/clean.sql, parameters: { day: 1 } }
                    then: { exit: ok }
                  - name: one
                    configuration: small
                    run: { notebook: pipelines/clean }
                    then: { exit: ok }
                notebook-tests:
                  - { notebook: pipelines/clean_test.sql, configuration: small }
                """);

        assertThat(tests)
                .extracting(test -> test.identity().id())
                .containsExactly(
                        "[engine:lakelight]/[file:src%2Ftest%2Flakelight%2Fa.yml]/[scenario:a%3A 100%25]/[configuration:small]",
                        "[engine:lakelight]/[file:src%2Ftest%2Flakelight%2Fa.yml]/[scenario:a%3A 100%25]/[configuration:late%2Fdata]",
                        "[engine:lakelight]/[file:src%2Ftest%2Flakelight%2Fa.yml]/[scenario:one]",
                        "[engine:lakelight]/[notebook:pipelines%2Fclean_test.sql]");
        TestIdentity notebook = tests.get(3).identity();
        assertThat(notebook.kind()).isEqualTo(TestKind.NOTEBOOK_TEST);
        assertThat(notebook.suite()).isEqualTo("pipelines");
        assertThat(notebook.name()).isEqualTo("clean_test.sql [small]");
        assertThat(tests.get(1).identity().name()).isEqualTo("a: 100% [late/data]");
        Work.Run run = (Work.Run) tests.get(0).work();
        assertThat(run.steps())
                .singleElement()
                .isEqualTo(new Step.Notebook(
                        "pipelines/clean.sql",
                        folder.resolve("pipelines/clean.sql"),
                        Map.of("day", "1"),
                        run.steps().get(0).source()));
    }

    @Test
    void skipsWhatCannotBeRunOrCheckedThere() throws IOException {
        String run = "run: { notebook: pipelines/clean.sql }\n";

        assertThat(reason("run: { notebook: pipelines/own.java }\nthen: { exit: x }\n"))
                .isEqualTo("Not on Databricks: pipelines/own.java is a Java notebook, which Databricks cannot run.");
        assertThat(reason(run + "then: { silver.a: { commits: 1 } }\n"))
                .isEqualTo(
                        "Not on Databricks: src/test/lakelight/a.yml:4: commits of silver.a: this is checked on this machine only.");
        assertThat(reason(run + "then: { main.silver.a: { count: 1 } }\n"))
                .isEqualTo(
                        "Not on Databricks: the table main.silver.a names a catalog, which other runs would share; name it schema.table.");
        assertThat(reason("given: { silver.a: { rows: [{id: 1}] } }\n" + run + "then: { exit: x }\n"))
                .isEqualTo(
                        "Not on Databricks: the types of the seed silver.a are not written down; give it a schema, or types in the header of its CSV file.");
        assertThat(reason(run + "then: { silver.a: { rows: [{id: 1, x: 1.5}], compare: { tolerance: 0.1 } } }\n"))
                .contains("a tolerance without a key of silver.a");
    }

    @Test
    void readsClassesAndJobs() throws IOException {
        file("databricks.yml", "bundle: { name: shop }\n");
        List<RemoteTest> tests = read("""
                configurations:
                  small: { parameters: { day: 2011-12-05 } }
                scenarios:
                  - name: class and job
                    configuration: small
                    run:
                      - { class: com.acme.Main, arguments: ["${lake.files}/in", 7] }
                      - { job: databricks.yml#nightly, parameters: { gold: x } }
                    then: { tasks: { load: SUCCESS, clean: UPSTREAM_FAILED } }
                """);

        Work.Run run = (Work.Run) tests.get(0).work();
        assertThat(run.steps().get(0))
                .isEqualTo(new Step.MainClass(
                        "com.acme.Main",
                        List.of("${lake.files}/in", "7"),
                        run.steps().get(0).source()));
        Step.OfJob job = (Step.OfJob) run.steps().get(1);
        assertThat(job.configured()).containsExactlyEntriesOf(Map.of("day", "2011-12-05"));
        assertThat(job.parameters()).containsExactlyEntriesOf(Map.of("gold", "x"));
        assertThat(job.job().reference().job()).isEqualTo("nightly");
        assertThat(run.tasks().toString()).isEqualTo("{load=SUCCESS, clean=UPSTREAM_FAILED}");
        assertThat(run.mayFail()).isTrue();
    }

    @Test
    void keepsFilesWithMistakesAsTestsThatFail() throws IOException {
        List<RemoteTest> tests = read("scenarios:\n  - nmae: x\n");

        assertThat(tests.get(0).work()).isInstanceOf(Work.Broken.class);
        assertThat(tests.get(0).identity().id()).isEqualTo("[engine:lakelight]/[file:src%2Ftest%2Flakelight%2Fa.yml]");
        assertThat(tests.get(0).identity().name()).isEqualTo("a.yml");
        assertThat(tests).hasSize(2);
    }

    @Test
    void saysThatTestsInJavaStayHere() throws IOException {
        file("target/test-classes/com/acme/ATest.class", "");

        List<RemoteTest> tests = read("scenarios: []\n");

        assertThat(tests.get(tests.size() - 1).identity().name()).isEqualTo("tests written in Java");
        assertThat(tests.get(tests.size() - 1).work()).isInstanceOf(Work.Skip.class);
    }
}
