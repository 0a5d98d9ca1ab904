package dev.lakelight.assertion;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.lake.LakeTable;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.LastWrite;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import dev.lakelight.scenario.ComparisonSpec;
import dev.lakelight.scenario.RowsExpectation;
import dev.lakelight.scenario.RowsExpectation.RowOrder;
import dev.lakelight.scenario.TableExpectation;
import dev.lakelight.scenario.TableExpectation.Presence;
import dev.lakelight.scenario.TableRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lake serves all of these: what they look at is made once. */
class AssertionsTest {

    private static Cluster cluster;
    private static Lake lake;

    @TempDir
    static Path folder;

    @BeforeAll
    static void openLake() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        lake = Lake.open(
                cluster,
                LakeOptions.named("assertions", ProjectFiles.of(folder, List.of()))
                        .below(folder.resolve("lakes")));
        lake.table("silver.customers")
                .withSchema("customer_id INT NOT NULL, name STRING, day DATE")
                .rows(RowFactory.create(1, "Ann", "2011-12-09"), RowFactory.create(2, "Bob", null));
        lake.sql("CREATE VIEW silver.names AS SELECT name FROM silver.customers");
    }

    @AfterAll
    static void closeLake() {
        lake.close();
        cluster.close();
    }

    @Nested
    class OfRows {

        @Test
        void holdWhateverTheExpectedRowsComeFrom() {
            write("customers.csv", "name,day,customer_id\nBob,,2\nAnn,2011-12-09,1\n");
            write(
                    "customers.jsonl",
                    "{\"customer_id\": 2, \"name\": \"Bob\", \"day\": null}\n"
                            + "{\"customer_id\": 1, \"name\": \"Ann\", \"day\": \"2011-12-09\"}\n");
            Dataset<Row> dataset = customers().dataset();

            assertThat(customers())
                    .exists()
                    .hasRowCount(2)
                    .hasSchema("customer_id INT NOT NULL, name STRING, day DATE")
                    .withKey("customer_id")
                    .hasSameRowsAs("customers.csv")
                    .hasSameRowsAs("customers.jsonl")
                    .hasSameRowsAs(dataset)
                    .hasSameRowsAs(customers())
                    .hasSameRowsAs(dataset.collectAsList())
                    .hasSameRowsAs(RowFactory.create(2, "Bob", null), RowFactory.create(1, "Ann", "2011-12-09"));
            assertThat(dataset).hasSameRowsAs("customers.csv");
            assertThat(dataset.where("customer_id > 2"))
                    .isEmpty()
                    .hasSameRowsAs()
                    .hasSameRowsAs(List.of());
        }

        @Test
        void failWithTheDifferenceAndItsText() {
            write("changed.csv", "customer_id,name,day\n1,Ann,2011-12-09\n2,Rob,\n");

            TableDifferenceError error = catchThrowableOfType(
                    TableDifferenceError.class,
                    () -> assertThat(customers())
                            .as("after the %s", "merge")
                            .withKey("customer_id")
                            .hasSameRowsAs("changed.csv"));

            assertThat(error).hasMessage("""
                            [after the merge] silver.customers differs from changed.csv: 1 changed
                              expected 2 rows, found 2
                              paired by customer_id

                                | customer_id | name         | day
                              ~ | 2           | [Rob -> Bob] | NULL

                              ~ changed [expected -> actual]""");
            assertThat(error.difference().changed()).isEqualTo(1);
            assertThat(error.difference().expectation()).isEqualTo("changed.csv");
        }

        @Test
        void nameTheCellThatWroteTheTableLast() {
            write("ages.sql", """
                    -- Databricks notebook source
                    CREATE TABLE silver.ages AS SELECT 1 AS customer_id, 30 AS age;

                    -- COMMAND ----------

                    -- DBTITLE 1,Birthdays
                    UPDATE silver.ages SET age = age + 1;
                    """);
            Notebooks.in(lake, lake.projectFiles()).run("ages.sql");

            TableDifferenceError error = catchThrowableOfType(
                    TableDifferenceError.class,
                    () -> assertThat(lake.table("silver.ages")).hasSameRowsAs(RowFactory.create(1, 30)));

            assertThat(error).hasMessage("""
                            silver.ages differs from the expected rows: 1 missing, 1 unexpected
                              expected 1 row, found 1
                              last written by UPDATE in cell 2 "Birthdays" of ages.sql:7

                                | customer_id | age
                              - | 1           | 30
                              + | 1           | 31

                              - missing   + unexpected""");
            assertThat(error.difference().lastWrite())
                    .isEqualTo(new LastWrite("UPDATE", 2, "Birthdays", new SourceLocation("ages.sql", 7)));
        }

        @Test
        void takeWrongColumnsOfAFileForADifference() {
            write("columns.csv", "customer_id,nam,city\n1,Ann,Oslo\n");

            assertThatThrownBy(() -> assertThat(customers()).hasSameRowsAs("columns.csv"))
                    .isInstanceOf(TableDifferenceError.class)
                    .hasMessage("""
                            silver.customers has another schema than columns.csv

                                customer_id: INT
                              - nam
                              - city
                              + name: STRING
                              + day: DATE

                              - missing   + unexpected   ~ expected -> actual""");
        }

        @Test
        void takeWrongValuesOfAFileForAMistake() {
            write("values.csv", "customer_id,name,day\n1,Ann,9.12.2011\n");

            assertThatThrownBy(() -> assertThat(customers()).hasSameRowsAs("values.csv"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("""
                            values.csv cannot be read, 1 mistake:
                              values.csv:2, column day: found '9.12.2011', but DATE takes a date such as 2011-12-09""");
            assertThatThrownBy(() -> assertThat(customers()).hasSameRowsAs("nowhere.csv"))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("There is no file 'nowhere.csv'.");
        }

        @Test
        void letAFileDeclareTypes() {
            write("typed.csv", "customer_id:BIGINT,name:STRING,day:DATE\n1,Ann,2011-12-09\n2,Bob,\n");

            assertThatThrownBy(() -> assertThat(customers()).hasSameRowsAs("typed.csv"))
                    .isInstanceOf(TableDifferenceError.class)
                    .hasMessageContaining("  ~ customer_id: BIGINT -> INT\n");
        }

        @Test
        void compareOrderWhenAskedTo() {
            Dataset<Row> sorted = customers().dataset().select("customer_id").orderBy("customer_id");

            assertThat(sorted).inOrder().hasSameRowsAs(RowFactory.create(1), RowFactory.create(2));
            assertThatThrownBy(() ->
                            assertThat(sorted).inOrder().hasSameRowsAs(RowFactory.create(2), RowFactory.create(1)))
                    .isInstanceOf(TableDifferenceError.class)
                    .hasMessageContaining("compared in order, the first difference is at row 1");
        }

        @Test
        void refuseOptionsThatComeTooLate() {
            assertThatThrownBy(() -> assertThat(lake.session().range(0).toDF())
                            .hasSameRowsAs()
                            .withKey("id"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("withKey comes too late: write it before hasSameRowsAs.");
            assertThatThrownBy(() -> assertThat(lake.session().range(0).toDF())
                            .hasSameRowsAs()
                            .inOrder())
                    .isInstanceOf(UserError.class)
                    .hasMessage("inOrder comes too late: write it before hasSameRowsAs.");
        }

        @Test
        void refuseRowsOfSeveralSchemas() {
            Row one = lake.sql("SELECT 1 AS id").head();
            Row other = lake.sql("SELECT 2L AS id").head();

            assertThatThrownBy(() -> assertThat(lake.sql("SELECT 1 AS id")).hasSameRowsAs(one, other))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "The expected rows do not all have the same schema, but id INT NOT NULL; id BIGINT NOT NULL."
                                    + " Give all of them one, or none.");
            assertThatThrownBy(() -> assertThat(lake.sql("SELECT 1 AS id")).hasSameRowsAs(one, RowFactory.create(2)))
                    .isInstanceOf(UserError.class)
                    .hasMessage("The expected rows do not all have the same schema, but id INT NOT NULL; none."
                            + " Give all of them one, or none.");
        }

        @Test
        void showTheRowsOfAnotherNumber() {
            assertThatThrownBy(() -> assertThat(customers()).isEmpty())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            silver.customers has 2 rows, but none was expected:

                              customer_id | name | day
                              1           | Ann  | 2011-12-09
                              2           | Bob  | NULL""");
            assertThatThrownBy(() -> assertThat(lake.session().range(0).toDF()).hasRowCount(1))
                    .hasMessage("the dataset has no rows, but 1 was expected");
        }

        @Test
        void compareOrderOfColumnsAndNotNullInSchemas() {
            assertThatThrownBy(() -> assertThat(customers()).hasSchema("name STRING, customer_id INT, day DATE"))
                    .hasMessage("silver.customers has its columns in the order customer_id, name, day,"
                            + " but name, customer_id, day was expected");
            assertThatThrownBy(
                            () -> assertThat(customers()).hasSchema("customer_id INT, name STRING NOT NULL, day DATE"))
                    .hasMessage("column name of silver.customers takes NULL, but NOT NULL was expected");
            assertThatThrownBy(() -> assertThat(customers()).hasSchema("customer_id INT, name STRING"))
                    .isInstanceOf(TableDifferenceError.class)
                    .hasMessage("""
                            silver.customers has another schema than 'customer_id INT, name STRING'

                                customer_id: INT
                                name: STRING
                              + day: DATE

                              - missing   + unexpected   ~ expected -> actual""");
        }
    }

    @Nested
    class OfTables {

        @Test
        void nameTheTablesThereAreWhenOneWasNeverWritten() {
            String message = "There is no table gold.customers in the lake. Tables: silver.customers, silver.names.";

            assertThat(lake.table("gold.customers")).doesNotExist();
            assertThatThrownBy(() -> assertThat(lake.table("gold.customers")).exists())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> assertThat(lake.table("gold.customers")).hasRowCount(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> assertThat(lake.table("gold.customers")).lastCommit())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> assertThat(customers()).doesNotExist())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("The table silver.customers exists, but must not");
        }

        @Test
        void failOnCommitsThatOnlyTheSeedMade() {
            assertThat(customers()).hasCommits(0);
            assertThatThrownBy(() -> assertThat(customers()).lastCommit())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("silver.customers has no commit after seeding");
            assertThatThrownBy(() -> assertThat(customers()).hasCommits(1))
                    .hasMessage("silver.customers has no commits after seeding, but 1 was expected");
            assertThatThrownBy(() -> assertThat(lake.table("silver.names")).hasCommits(1))
                    .hasMessage("silver.names is not a Delta table, so it has no commits");
        }

        @Test
        void lookAtTheLastCommit() {
            LakeTable table = lake.table("orders")
                    .withSchema("id INT, v INT")
                    .rows(RowFactory.create(1, 1), RowFactory.create(2, 2));
            lake.sql(
                    "MERGE INTO orders t USING (SELECT * FROM VALUES (2, 20), (3, 30), (4, 40) AS s(id, v)) s ON t.id = s.id"
                            + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *");

            assertThat(table)
                    .hasVersion(1)
                    .hasCommits(1)
                    .lastCommit()
                    .isMerge()
                    .inserted(2)
                    .updated(1)
                    .deleted(0)
                    .hasMetric("numSourceRows", 3)
                    .returnToTable()
                    .hasRowCount(4);
            CommitAssert commit = assertThat(table).as("orders").lastCommit();
            assertThatThrownBy(() -> commit.inserted(3))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "[orders] the last commit of orders, version 1, was expected to have inserted 3 rows:\n")
                    .hasMessageContaining("\n  numTargetRowsInserted: 2\n");
            assertThatThrownBy(commit::isWrite)
                    .hasMessage("[orders] the last commit of orders, version 1, is a MERGE, but a WRITE was expected");
            assertThatThrownBy(() -> assertThat(table).hasVersion(2))
                    .hasMessage("orders has version 1, but 2 was expected");
            assertThatThrownBy(() -> assertThat(table).hasCommits(2))
                    .hasMessage("orders has 1 commit after seeding, but 2 were expected:\n  version 1: MERGE");
        }

        @Test
        void workWithSoftAssertions() {
            SoftAssertions softly = new SoftAssertions();
            softly.check(() -> assertThat(customers()).hasRowCount(3));
            softly.check(() -> assertThat(customers()).hasVersion(7));

            assertThat(softly.errorsCollected()).hasSize(2);
        }
    }

    @Nested
    class OfScenarios {

        @Test
        void holdWhenEverythingDoes() {
            write("scenario.csv", "customer_id,name,day\n1,Ann,2011-12-09\n2,Bob,\n");

            check(Presence.PRESENT, new FileSource(folder.resolve("scenario.csv")), 2L);
            check(
                    Presence.PRESENT,
                    new InlineRows(
                            List.of("name", "customer_id", "day"),
                            List.of(java.util.Arrays.asList("Bob", 2L, null), List.of("Ann", 1L, "2011-12-09"))),
                    null);
        }

        @Test
        void beginTheirMessagesWithThePlace() {
            assertThatThrownBy(() -> check(Presence.ABSENT, null, null))
                    .hasMessage("[src/test/lakelight/a.yml:9] The table silver.customers exists, but must not");
            assertThatThrownBy(() -> check(Presence.PRESENT, null, 3L))
                    .hasMessageStartingWith(
                            "[src/test/lakelight/a.yml:9] silver.customers has 2 rows, but 3 were expected:\n");
            assertThatThrownBy(() -> check(Presence.PRESENT, new InlineRows(List.of(), List.of()), null))
                    .isInstanceOf(TableDifferenceError.class)
                    .hasMessageStartingWith(
                            "[src/test/lakelight/a.yml:9] silver.customers differs from the expected rows: 2 unexpected\n");
        }

        @Test
        void compareAsTheScenarioSays() {
            write("partial.csv", "customer_id,name\n<any>,Ann\n2,<regex B.b>\n");
            FileSource rows = new FileSource(folder.resolve("partial.csv"));
            ComparisonSpec spec = new ComparisonSpec(
                    List.of(), List.of(), EnumSet.allOf(ComparisonSpec.Option.class), "1%", Map.of("customer_id", "0"));

            check(rows, spec);
            assertThatThrownBy(() -> check(rows, ComparisonSpec.EXACT)).isInstanceOf(TableDifferenceError.class);
            assertThat(customers())
                    .comparing(by -> by.ignoringColumns("day").withPlaceholders())
                    .hasSameRowsAs("partial.csv");
        }

        private void check(Source rows, ComparisonSpec comparison) {
            check(Presence.PRESENT, rows, null, comparison);
        }

        private void check(Presence presence, Source rows, Long count) {
            check(presence, rows, count, ComparisonSpec.EXACT);
        }

        private void check(Presence presence, Source rows, Long count, ComparisonSpec comparison) {
            ExpectationCheck.check(
                    lake,
                    new TableExpectation(
                            "silver.customers",
                            presence,
                            rows == null ? null : new RowsExpectation(rows, List.of(), RowOrder.ANY, comparison),
                            null,
                            count,
                            presence == Presence.PRESENT ? 0 : null,
                            TableRules.NONE,
                            new SourceLocation("src/test/lakelight/a.yml", 9)));
        }
    }

    @Nested
    class OfRuns {

        @Test
        void lookAtHowARunEnded() {
            write("exits.java", "// Databricks notebook source\ndbutils.notebook.exit(\"2 rows\");\n");
            NotebookRun run = Notebooks.in(lake, lake.projectFiles()).run("exits.java");

            assertThat(run).succeeded().hasExitValue("2 rows");
            assertThatThrownBy(() -> assertThat(run).as("the %s", "run").hasExitValue("ok"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("[the run] exits.java exited with '2 rows', but 'ok' was expected");
            assertThatThrownBy(() -> assertThat(run).failed())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("exits.java succeeded, but was expected to fail");
            assertThatThrownBy(() -> assertThat(run).failedWith("no table"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("exits.java succeeded, but was expected to fail with 'no table'");
        }

        @Test
        void showTheCellThatFailed() {
            write(
                    "fails.sql",
                    "-- Databricks notebook source\nSELECT 1\n\n-- COMMAND ----------\n\nSELECT *\nFROM nowhere\n");
            NotebookRun run =
                    Notebooks.in(lake, lake.projectFiles()).run("fails.sql", Map.of("run_date", "2011-12-09"));

            assertThat(run).failed().failedWith("TABLE_OR_VIEW_NOT_FOUND");
            assertThatThrownBy(() -> assertThat(run).succeeded())
                    .isInstanceOf(AssertionError.class)
                    .hasCause(run.failure().orElseThrow())
                    .hasMessageStartingWith(
                            "fails.sql failed\n  parameter run_date = 2011-12-09 (nothing has read it)\n\n  fails.sql:")
                    .hasMessageContaining("(cell 2) failed: [TABLE_OR_VIEW_NOT_FOUND]")
                    .hasMessageContaining("\n\n  cell 2 of fails.sql:\n")
                    .hasMessageEndingWith("    7 | FROM nowhere");
            assertThatThrownBy(() -> assertThat(run).failedWith("no table"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("fails.sql failed, but was expected to fail with 'no table'\n");
        }
    }

    private static LakeTable customers() {
        return lake.table("silver.customers");
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
