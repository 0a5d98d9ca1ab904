package dev.lakelight.databricks.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.databricks.check.CheckOfTest;
import dev.lakelight.databricks.suite.RemoteTest;
import dev.lakelight.databricks.suite.RemoteTest.Work;
import dev.lakelight.databricks.suite.Step;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.databricks.suite.SuiteReader;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated notebooks, run by real Spark on real Delta tables. */
class NotebooksOnSparkTest {

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static Lake lake;

    @BeforeAll
    static void openLake() throws IOException {
        file("pipelines/make.sql", """
                -- Databricks notebook source
                CREATE WIDGET TEXT day DEFAULT 'never'

                -- COMMAND ----------

                CREATE TABLE silver.prices AS
                SELECT id, price, CAST(price AS DOUBLE) AS shown, :day AS day FROM bronze.prices;
                """);
        file("data/nested.csv", """
                id:INT,tags:ARRAY<STRING>,"s:STRUCT<a: INT, b: STRING>",raw:BINARY,at:TIMESTAMP
                1,"[""x"",""y""]","{""a"":1,""b"":""z""}",1F8B,2011-12-09 14:30:00
                2,,,,
                """);
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        lake = Lake.open(cluster, LakeOptions.named("remote", ProjectFiles.of(folder, List.of())));
    }

    @AfterAll
    static void closeLake() {
        lake.close();
        cluster.close();
    }

    private static void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static NotebookRun run(String name, String text) throws IOException {
        file(name + ".sql", text);
        NotebookRun run = Notebooks.in(lake, ProjectFiles.of(folder, List.of())).run(name);
        assertThat(run.failure()).as(text).isEmpty();
        return run;
    }

    private static TestOutcome outcome(String catalog, String then) throws IOException {
        file(catalog + "/scenarios.yml", """
                scenarios:
                  - name: s
                    given:
                      bronze.prices: { schema: "id INT, price DECIMAL(10,2)", rows: [[1, 1.10], [2, 2.20], [2, 2.20], [3, null]] }
                      bronze.nested: data/nested.csv
                      bronze.odd: { schema: "`a``b` STRING", rows: [["it's ${x} \\\\ -- COMMAND ----------"], ["two\\nlines"]] }
                    run: { notebook: pipelines/make.sql, parameters: { day: 2011-12-09 } }
                    then:
                """ + then.indent(6));
        RemoteTest test = SuiteReader.read(
                        new SuiteFolders(
                                folder,
                                folder,
                                List.of(folder.resolve(catalog)),
                                List.of(),
                                folder.resolve("none"),
                                folder.resolve("none")),
                        ExitLanguage.SCALA.languages())
                .get(0);
        Work.Run work = (Work.Run) test.work();
        run(catalog + "/seed", SeedNotebook.of(catalog, "tomorrow", work.seeds(), Set.of("silver")));
        Step.Notebook step = (Step.Notebook) work.steps().get(0);
        run(catalog + "/step", RunNotebook.of(catalog, Map.of(), "/pipelines/make", step.parameters()));
        NotebookRun check = run(catalog + "/check", CheckNotebook.of(catalog, work.tables(), ExitLanguage.SCALA));
        return new CheckOfTest(test.identity().source())
                .tables(work.tables(), check.exitValue().orElseThrow())
                .outcome(Duration.ZERO);
    }

    @Test
    void findsThatEverythingIsAsExpected() throws IOException {
        TestOutcome outcome = outcome("ll_equal", """
                silver.prices:
                  rows: [[2, 2.20, 2.2, 2011-12-09], [1, 1.10, 1.1, 2011-12-09], [2, 2.20, 2.2, 2011-12-09], [3, null, null, 2011-12-09]]
                  schema: id INT, price DECIMAL(10,2), shown DOUBLE, day STRING
                  count: 4
                  expect: id > 0 -- always
                bronze.nested: { rows: data/nested.csv, key: id, unique: id }
                bronze.odd: { rows: [{"a`b": "it's ${x} \\\\ -- COMMAND ----------"}, {"a`b": "two\\nlines"}] }
                bronze.prices: { rows: [{id: 1}, {id: 2}, {id: 2}, {id: 3}], compare: { only: [id] } }
                silver.none: absent
                """);

        assertThat(outcome.problem()).isNull();
        assertThat(outcome.status()).isEqualTo(TestStatus.PASSED);
    }

    @Test
    void findsWhatIsNotOfCountsAndRules() throws IOException {
        TestOutcome outcome = outcome("ll_rules", """
                silver.prices: { count: 4, unique: id }
                bronze.odd: { count: 3 }
                bronze.prices: { references: { id: bronze.nested.id } }
                bronze.nested: { expect: id > 2 }
                """);

        assertThat(outcome.problem().message().replaceAll("ll_rules/scenarios.yml:\\d+", "here"))
                .isEqualToNormalizingNewlines("""
                        4 expectations are not met.

                        (1) [here] silver.prices has 1 key of (id) more than once

                        (2) [here] bronze.odd has 2 rows, but 3 were expected

                        (3) [here] bronze.prices has 1 row whose (id) is not in bronze.nested (id)

                        (4) [here] bronze.nested has 2 rows where this is not true: id > 2""");
    }

    @Test
    void findsAllThatIsNot() throws IOException {
        TestOutcome outcome = outcome("ll_other", """
                silver.prices:
                  rows: [{id: 1, price: 1.10, shown: 1.15, day: 2011-12-09}, {id: 2, price: 2.20, shown: 2.2, day: 2011-12-09}, {id: 4, price: 0, shown: 0, day: x}]
                  key: [id, price]
                  compare: { tolerance: 0.05 }
                  count: 3
                  unique: id
                  expect: price > 2
                  references: { id: bronze.nested.id }
                bronze.nested: { rows: [{id: 1}] }
                bronze.prices: { schema: "id BIGINT, price DECIMAL(10,2)" }
                bronze.odd: absent
                silver.none: { count: 1 }
                """);

        assertThat(outcome.problem().message().replaceAll("ll_other/scenarios.yml:\\d+", "here"))
                .isEqualToNormalizingNewlines("""
                        5 expectations are not met.

                        (1) [here] silver.prices differs from the expected rows: 1 missing, 2 unexpected
                          expected 3 rows, found 4
                          paired by id, price

                            | id | price | shown | day
                          - | 4  | 0.00  | 0.0   | x
                          + | 2  | 2.20  | 2.2   | 2011-12-09
                          + | 3  | NULL  | NULL  | 2011-12-09

                          - missing   + unexpected

                        (2) [here] bronze.nested has another schema than the expected rows

                            id: INT
                          + tags: ARRAY<STRING>
                          + s: STRUCT<a: INT, b: STRING>
                          + raw: BINARY
                          + at: TIMESTAMP

                          - missing   + unexpected   ~ expected -> actual

                        (3) [here] bronze.prices has another schema than 'id BIGINT, price DECIMAL(10,2)'

                          ~ id: BIGINT -> INT
                            price: DECIMAL(10,2)

                          - missing   + unexpected   ~ expected -> actual

                        (4) [here] The table bronze.odd exists, but must not

                        (5) [here] There is no table silver.none in the lake.""");
        assertThat(outcome.status()).isEqualTo(TestStatus.FAILED);
        assertThat(outcome.differences()).hasSize(3);
    }
}
