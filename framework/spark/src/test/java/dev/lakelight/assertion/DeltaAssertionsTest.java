package dev.lakelight.assertion;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.delta.LogCommit;
import dev.lakelight.delta.StoredFile;
import dev.lakelight.delta.StreamBatch;
import dev.lakelight.delta.TableLog;
import dev.lakelight.delta.TableState;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.lake.LakeTable;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.Trigger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lake serves all of these: a table of orders that was seeded at version 1, constrained at 2 and updated at 3. */
class DeltaAssertionsTest {

    private static Cluster cluster;
    private static Lake lake;

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeOrders() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        lake = Lake.open(
                cluster,
                LakeOptions.named("delta assertions", ProjectFiles.of(folder, List.of()))
                        .below(folder.resolve("lakes of 50% ä")));
        lake.table("silver.customers").withSchema("id INT, name STRING").rows(RowFactory.create(1, "Ann"));
        lake.sql("""
                CREATE TABLE silver.orders (id INT NOT NULL COMMENT 'of the shop', customer_id INT, amount DECIMAL(10,2), day DATE)
                USING delta PARTITIONED BY (day) COMMENT 'orders' TBLPROPERTIES (
                  quality = 'silver', delta.enableChangeDataFeed = true, delta.enableDeletionVectors = true)""");
        orders().insert(
                        RowFactory.create(1, 1, "10.00", "2026-01-01"),
                        RowFactory.create(2, 1, "20.00", "2026-01-01"),
                        RowFactory.create(3, 9, null, "2026-01-01"));
        lake.sql("ALTER TABLE silver.orders ADD CONSTRAINT sized CHECK (id < 100)");
        lake.sql("UPDATE silver.orders SET amount = 25 WHERE id = 2");
    }

    @AfterAll
    static void closeLake() {
        lake.close();
        cluster.close();
    }

    @Nested
    class OfCommits {

        @Test
        void holdWhenTheHistoryIsThis() {
            assertThat(orders())
                    .commits()
                    .hasSize(2)
                    .hasOperations("add constraint", "UPDATE")
                    .last()
                    .updated(1)
                    .copied(0)
                    .returnToTable()
                    .commits()
                    .since(2)
                    .hasOperations("UPDATE")
                    .first()
                    .hasOperation("UPDATE");
            assertThat(lake.table("silver.customers")).isUntouched();
        }

        @Test
        void failWithTheCommitsThatThereAre() {
            failing(() -> assertThat(orders()).isUntouched()).hasMessage("""
                            silver.orders was expected to be untouched, but has 2 commits after seeding:
                              version 2: ADD CONSTRAINT
                              version 3: UPDATE""");
            failing(() -> assertThat(orders()).commits().since(2).hasSize(0)).hasMessage("""
                            silver.orders has 1 commit after version 2, but none was expected:
                              version 3: UPDATE""");
            failing(() -> assertThat(orders()).commits().hasOperations("merge")).hasMessage("""
                            silver.orders was expected to have these commits after seeding: MERGE, but has others:
                              version 2: ADD CONSTRAINT
                              version 3: UPDATE""");
            failing(() -> assertThat(orders()).as("the run").commits().since(3).last())
                    .hasMessage("[the run] silver.orders has no commit after version 3");
            failing(() -> assertThat(orders()).commits().first().isMerge())
                    .hasMessage(
                            "the first commit of silver.orders, version 2, is a ADD CONSTRAINT, but a MERGE was expected");
        }
    }

    @Nested
    class OfOtherVersions {

        @Test
        void readTheTableAsItWas() {
            assertThat(orders()).atVersion(0).isEmpty();
            assertThat(orders()).atVersion(2).hasNoRowsWhere("amount = 25");
            assertThat(orders()).asOf(Instant.now()).as("now").hasRowCount(3);
        }

        @Test
        void failWithTheVersionsThatThereAre() {
            Timestamp first = lake.sql("DESCRIBE HISTORY silver.orders")
                    .where("version = 0")
                    .head()
                    .getAs("timestamp");
            failing(() -> assertThat(orders()).atVersion(4))
                    .hasMessage("silver.orders has no version 4; its versions are 0 to 3");
            failing(() -> assertThat(orders()).asOf(Instant.parse("2001-01-01T00:00:00Z")))
                    .hasMessage("silver.orders cannot be read as of 2001-01-01T00:00:00Z. The provided timestamp"
                            + " (2001-01-01 00:00:00.0) is before the earliest version available to this table (%s)."
                                    .formatted(first)
                            + " Please use a timestamp after %s."
                                    .formatted(first.toString().substring(0, 19)));
            failing(() -> assertThat(orders()).atVersion(0).hasRowCount(3))
                    .hasMessage("silver.orders at version 0 has no rows, but 3 were expected");
        }

        @Test
        void readTheChangeFeed() {
            assertThat(orders())
                    .changes()
                    .hasSameRowsAs(
                            RowFactory.create(2, 1, "20.00", "2026-01-01", "update_preimage"),
                            RowFactory.create(2, 1, "25.00", "2026-01-01", "update_postimage"));
            assertThat(orders()).changesBetween(1, 1).hasRowCount(3).hasOnlyRowsWhere("_change_type = 'insert'");
            assertThat(lake.table("silver.customers")).changes().isEmpty();
        }

        @Test
        void failWithTheChangesThatThereAre() {
            failing(() -> assertThat(orders()).changes().isEmpty()).hasMessage("""
                            the changes of silver.orders from version 2 to 3 has 2 rows, but none was expected:

                              id | customer_id | amount | day        | _change_type
                              2  | 1           | 20.00  | 2026-01-01 | update_preimage
                              2  | 1           | 25.00  | 2026-01-01 | update_postimage""");
            failing(() -> assertThat(orders()).changesBetween(1, 4))
                    .hasMessage("silver.orders has no version 4; its versions are 0 to 3");
            failing(() -> assertThat(lake.table("silver.customers")).changesBetween(0, 0))
                    .hasMessage(
                            "silver.customers has no change feed: its property delta.enableChangeDataFeed is not true."
                                    + " Set it before the commits that are looked at:"
                                    + " ALTER TABLE silver.customers SET TBLPROPERTIES (delta.enableChangeDataFeed = true)");
        }
    }

    @Nested
    class OfFiles {

        @Test
        void holdWhenTheFilesAreSo() {
            assertThat(orders())
                    .files()
                    .hasSize(2)
                    .haveStatistics()
                    .haveDeletionVectors()
                    .areNotRewritten()
                    .haveAtLeastBytes(100)
                    .haveTotalBytesBetween(200, 20_000)
                    .returnToTable()
                    .hasRowCount(3);
            assertThat(lake.table("silver.customers")).files().haveNoDeletionVectors();
        }

        @Test
        void failWithTheFilesThatThereAre() {
            String old = file("silver.orders", StoredFile::hasDeletionVector) + "3 rows, 1 of them deleted";
            String added = file("silver.orders", file -> !file.hasDeletionVector()) + "1 row";
            long bytes = state("silver.orders").bytes();
            failing(() -> assertThat(orders()).files().hasSize(1))
                    .hasMessage("silver.orders has 2 files, but 1 was expected:" + both(old, added));
            failing(() -> assertThat(orders()).files().haveNoDeletionVectors())
                    .hasMessage("all files of silver.orders were expected to have no deletion vector, but 1 does not:"
                            + old);
            failing(() -> assertThat(orders()).files().haveAtLeastBytes(1_000_000))
                    .hasMessage(
                            "silver.orders has 2 files of fewer than 1000000 bytes; OPTIMIZE silver.orders, or write"
                                    + " with fewer partitions:" + both(old, added));
            failing(() -> assertThat(orders()).files().haveTotalBytesBetween(0, 1))
                    .hasMessage("the files of silver.orders have %d bytes together, but 0 to 1 were expected:%s"
                            .formatted(bytes, both(old, added)));
            failing(() -> assertThat(lake.table("silver.customers")).files().haveDeletionVectors())
                    .hasMessage("no file of silver.customers has a deletion vector, but at least 1 was expected; is its"
                            + " property delta.enableDeletionVectors true?:"
                            + file("silver.customers", file -> true) + "1 row");
        }

        @Test
        void knowRewritingAndFilesWithoutStatistics() {
            lake.table("silver.pages").withSchema("id INT").rows(RowFactory.create(1), RowFactory.create(2));
            lake.sql("SET spark.databricks.delta.stats.collect = false");
            lake.sql("UPDATE silver.pages SET id = 3 WHERE id = 2");
            lake.sql("RESET spark.databricks.delta.stats.collect");

            failing(() -> assertThat(lake.table("silver.pages")).files().areNotRewritten())
                    .hasMessage("""
                            files of silver.pages were rewritten after seeding, but were expected to stay:
                              version 1: UPDATE removed 1 file""");
            failing(() -> assertThat(lake.table("silver.pages")).files().haveStatistics())
                    .hasMessage("all files of silver.pages were expected to have statistics, but 1 does not:"
                            + file("silver.pages", file -> true) + "without statistics");
        }

        private static TableState state(String table) {
            TableLog log = lake.table(table).log().orElseThrow();
            return log.state(log.version().orElseThrow());
        }

        /** The beginning of a file's line: what it is called is random, and how large it is may differ by a few bytes. */
        private static String file(String table, Predicate<StoredFile> which) {
            StoredFile file =
                    state(table).files().stream().filter(which).findFirst().orElseThrow();
            return "\n  %s: %d bytes, ".formatted(file.path(), file.bytes());
        }

        private static String both(String one, String other) {
            boolean inOrder = state("silver.orders").files().get(0).hasDeletionVector();
            return inOrder ? one + other : other + one;
        }
    }

    @Nested
    class OfDefinitions {

        @Test
        void holdWhenTheTableIsDeclaredSo() {
            assertThat(orders())
                    .schema()
                    .hasColumn("amount", "decimal(10,2)")
                    .hasNotNull("id")
                    .hasNullable("customer_id", "day")
                    .hasComment("orders")
                    .hasColumnComment("id", "of the shop")
                    .hasColumnComment("day", "")
                    .isPartitionedBy("day")
                    .isClusteredBy()
                    .returnToTable()
                    .properties()
                    .contains("quality", "silver")
                    .doesNotContain("owner")
                    .hasConstraint("sized", "id < 100")
                    .hasOnlyConstraints("sized")
                    .hasFeature("checkConstraints")
                    .hasFeature("deletionVectors")
                    .doesNotHaveFeature("columnMapping");
            lake.sql("CREATE TABLE silver.clustered (id INT, at STRUCT<day: DATE>) USING delta CLUSTER BY (id, at.day)"
                    + " TBLPROPERTIES (delta.columnMapping.mode = 'name')");
            assertThat(lake.table("silver.clustered")).schema().isClusteredBy("id", "at.day");
        }

        @Test
        void failWithWhatIsDeclared() {
            failing(() -> assertThat(orders()).schema().hasColumn("amout", "INT"))
                    .hasMessage(
                            "silver.orders has no column amout. Columns: id, customer_id, amount, day. Perhaps you mean amount.");
            failing(() -> assertThat(orders()).schema().hasColumn("amount", "DOUBLE"))
                    .hasMessage("column amount of silver.orders has the type DECIMAL(10,2), but DOUBLE was expected");
            failing(() -> assertThat(orders()).schema().hasNotNull("id", "day"))
                    .hasMessage("column day of silver.orders takes NULL, but NOT NULL was expected");
            failing(() -> assertThat(orders()).schema().hasNullable("id"))
                    .hasMessage("column id of silver.orders is NOT NULL, but was expected to take NULL");
            failing(() -> assertThat(orders()).schema().hasComment(""))
                    .hasMessage("silver.orders has the comment 'orders', but no comment was expected");
            failing(() -> assertThat(orders()).schema().hasColumnComment("day", "of sale"))
                    .hasMessage("column day of silver.orders has no comment, but the comment 'of sale' was expected");
            failing(() -> assertThat(orders()).schema().isPartitionedBy())
                    .hasMessage("silver.orders is partitioned by day, but by none was expected");
            failing(() -> assertThat(orders()).schema().isClusteredBy("id", "day"))
                    .hasMessage("silver.orders is clustered by none, but by id, day was expected");
        }

        @Test
        void failWithThePropertiesThatThereAre() {
            String properties = """
                    :
                      delta.constraints.sized: id < 100
                      delta.enableChangeDataFeed: true
                      delta.enableDeletionVectors: true
                      quality: silver""";
            String features = "appendOnly, changeDataFeed, checkConstraints, deletionVectors, invariants";
            failing(() -> assertThat(orders()).properties().contains("quality", "gold"))
                    .hasMessage(
                            "the property quality of silver.orders is 'silver', but 'gold' was expected" + properties);
            failing(() -> assertThat(orders()).properties().contains("owner", "me"))
                    .hasMessage("the property owner of silver.orders is not set, but 'me' was expected" + properties);
            failing(() -> assertThat(orders()).properties().doesNotContain("quality"))
                    .hasMessage("the property quality of silver.orders is 'silver', but was expected not to be set");
            failing(() -> assertThat(orders()).properties().hasConstraint("sized", "id < 10"))
                    .hasMessage("""
                            silver.orders was expected to have the constraint sized: id < 10, but has others:
                              sized: id < 100""");
            failing(() -> assertThat(orders()).properties().hasOnlyConstraints())
                    .hasMessage("""
                            silver.orders was expected to have these constraints: none, but has others:
                              sized: id < 100""");
            failing(() -> assertThat(orders()).properties().hasFeature("columnMapping"))
                    .hasMessage(
                            "silver.orders was expected to have the table feature columnMapping, but has: " + features);
            failing(() -> assertThat(orders()).properties().doesNotHaveFeature("deletionVectors"))
                    .hasMessage("silver.orders was expected not to have the table feature deletionVectors, but has: "
                            + features);
        }
    }

    @Nested
    class OfRules {

        @Test
        void holdWhenEveryRowKeepsThem() {
            assertThat(orders())
                    .hasUniqueKey("id")
                    .hasUniqueKey("ID", "day")
                    .hasOnlyRowsWhere("id BETWEEN 1 AND 3")
                    .hasNoRowsWhere("amount < 0")
                    .atVersion(0)
                    .hasReferences("customer_id", lake.table("silver.customers"), "id");
        }

        @Test
        void failWithTheRowsThatBreakThem() {
            failing(() -> assertThat(orders()).hasUniqueKey("customer_id", "day"))
                    .hasMessage("""
                            silver.orders has 1 key of (customer_id, day) more than once:

                              customer_id | day        | count
                              1           | 2026-01-01 | 2""");
            failing(() -> assertThat(orders()).hasReferences("customer_id", lake.table("silver.customers"), "id"))
                    .hasMessage("""
                            silver.orders has 1 row whose (customer_id) is not in silver.customers (id):

                              id | customer_id | amount | day
                              3  | 9           | NULL   | 2026-01-01""");
            failing(() -> assertThat(orders()).hasOnlyRowsWhere("amount > 10")).hasMessage("""
                            silver.orders has 2 rows where this is not true: amount > 10:

                              id | customer_id | amount | day
                              1  | 1           | 10.00  | 2026-01-01
                              3  | 9           | NULL   | 2026-01-01""");
            failing(() -> assertThat(orders()).hasNoRowsWhere("id = 3")).hasMessage("""
                            silver.orders has 1 row where this is true, but none was expected: id = 3:

                              id | customer_id | amount | day
                              3  | 9           | NULL   | 2026-01-01""");
        }

        @Test
        void refuseWhatTheyCannotLookAt() {
            assertThatThrownBy(() -> assertThat(orders()).hasUniqueKey("idd"))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "silver.orders has no column idd. Columns: id, customer_id, amount, day. Perhaps you mean id.");
            assertThatThrownBy(() -> assertThat(orders()).hasUniqueKey())
                    .isInstanceOf(UserError.class)
                    .hasMessage("No column of silver.orders is named. Name at least one.");
            assertThatThrownBy(() -> assertThat(orders()).hasOnlyRowsWhere("amount >"))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("'amount >' is no condition on rows of silver.orders: Syntax error")
                    .hasMessageEndingWith(" Columns: id, customer_id, amount, day.");
            assertThatThrownBy(() -> assertThat(orders())
                            .hasReferences(List.of("id", "day"), lake.table("silver.customers"), List.of("id")))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "(id, day) of silver.orders cannot refer to (id) of silver.customers: there must be as many"
                                    + " columns.");
        }
    }

    @Test
    void streamsNumberTheirBatches() throws Exception {
        lake.table("silver.clicks").withSchema("id INT").rows();
        lake.session()
                .readStream()
                .table("silver.customers")
                .select("id")
                .writeStream()
                .trigger(Trigger.AvailableNow())
                .option("checkpointLocation", folder.resolve("clicks").toUri().toString())
                .toTable("silver.clicks")
                .awaitTermination();

        assertThatCode(() -> assertThat(lake.table("silver.clicks")).stream()
                        .wroteEachBatchOnce()
                        .hasBatches(1))
                .doesNotThrowAnyException();
        failing(() -> assertThat(lake.table("silver.clicks")).stream().hasBatches(2))
                .hasMessage("""
                        silver.clicks has 1 batch of streams after seeding, but 2 were expected:
                          version 1: STREAMING UPDATE, batch 0""");

        for (int time = 0; time < 2; time++) {
            lake.session()
                    .table("silver.customers")
                    .select("id")
                    .write()
                    .option("txnAppId", "again")
                    .option("txnVersion", 5 - time)
                    .option("delta.ignored", "")
                    .mode("append")
                    .saveAsTable("silver.clicks");
        }

        lake.sql("INSERT INTO silver.clicks VALUES (7)");
        failing(() -> assertThat(lake.table("silver.clicks")).stream().wroteEachBatchOnce())
                .hasMessage("""
                        silver.clicks may have rows of a batch twice when its stream is started again:
                          version 3: WRITE without a number of its batch; in foreachBatch write with the options txnAppId and txnVersion""");
    }

    @Test
    void streamsWriteNoBatchTwice() {
        StreamBatch third = new StreamBatch("writer", 3);
        List<LogCommit> commits = List.of(
                new LogCommit(1, 0, "STREAMING UPDATE", Map.of(), List.of(), List.of(), List.of(third)),
                new LogCommit(2, 0, "WRITE", Map.of(), List.of(), List.of(), List.of(third)),
                new LogCommit(3, 0, "OPTIMIZE", Map.of(), List.of(), List.of(), List.of()),
                new LogCommit(4, 0, "MERGE", Map.of(), List.of(), List.of(), List.of(new StreamBatch("writer", 2))));

        failing(() -> new StreamAssert(commits, assertThat(orders())).wroteEachBatchOnce())
                .hasMessage("""
                        silver.orders may have rows of a batch twice when its stream is started again:
                          version 2: WRITE of batch 3 after batch 3 of the same writer
                          version 4: MERGE of batch 2 after batch 3 of the same writer""");
        failing(() -> new StreamAssert(List.of(), assertThat(orders())).wroteEachBatchOnce())
                .hasMessage("silver.orders has no commit after seeding");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failing(ThrowingCallable assertion) {
        return assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
    }

    private static LakeTable orders() {
        return lake.table("silver.orders");
    }
}
