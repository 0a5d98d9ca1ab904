package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.AcquiredCluster;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {

    @RegisterExtension
    static final AcquiredCluster CLUSTER = new AcquiredCluster();

    @TempDir
    Path folder;

    @Test
    void lakesInParallelHaveTheirOwnTablesViewsAndSettings() throws Exception {
        CyclicBarrier bothFilled = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        try {
            Future<List<Row>> left = threads.submit(() -> contentOf("left", bothFilled));
            Future<List<Row>> right = threads.submit(() -> contentOf("right", bothFilled));

            assertThat(left.get(5, TimeUnit.MINUTES)).containsExactly(RowFactory.create("left", "left", "left"));
            assertThat(right.get(5, TimeUnit.MINUTES)).containsExactly(RowFactory.create("right", "right", "right"));
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Row> contentOf(String name, CyclicBarrier bothFilled) throws Exception {
        try (Lake lake = Lake.open(CLUSTER.get(), options(name))) {
            lake.table("silver.customers").withSchema("name STRING").rows(RowFactory.create(name));
            lake.sql("CREATE TEMPORARY VIEW customers AS SELECT '%s' AS name".formatted(name));
            lake.session().conf().set("lakelight.test", name);
            bothFilled.await(5, TimeUnit.MINUTES);

            return lake.sql("SELECT t.name, v.name, '%s' FROM silver.customers t, customers v"
                            .formatted(lake.session().conf().get("lakelight.test")))
                    .collectAsList();
        }
    }

    @Test
    void foldersWithSpacesAndLettersOfAnyKindHoldTheirTables() {
        Path project = folder.resolve("my café project");

        try (Lake lake = Lake.open(CLUSTER.get(), options("spaces").below(project))) {
            lake.sql("CREATE SCHEMA silver");
            lake.sql("CREATE TABLE silver.customers AS SELECT 1 AS id");

            assertThat(lake.directory()).isDirectoryRecursivelyContaining("glob:**.parquet");
            assertThat(folder).isDirectoryNotContaining("glob:**%*");
        }
    }

    @Test
    void closingDeletesAllThatItLeft() {
        Lake lake = Lake.open(CLUSTER.get(), options("Customer: latest address"));
        lake.table("bronze.customers").withSchema("id INT").rows(RowFactory.create(1));

        assertThat(lake.directory())
                .hasParent(folder.resolve("lakes"))
                .isDirectoryRecursivelyContaining("glob:**.parquet");
        assertThat(lake.directory().getFileName().toString()).matches("customer-latest-address-[0-9a-f]{8}");
        assertThat(lake.files()).isEmptyDirectory();
        assertThat(Lake.of(lake.session())).containsSame(lake);
        assertThat(SparkSession.getActiveSession().get()).isSameAs(lake.session());

        lake.close();
        lake.close();

        assertThat(lake.directory()).doesNotExist();
        assertThat(Lake.of(lake.session())).isEmpty();
        assertThat(SparkSession.getActiveSession().isEmpty()).isTrue();
    }

    @Test
    void keepsItsFolderWhenAskedTo() {
        Lake lake = Lake.open(CLUSTER.get(), options("kept").kept());

        lake.close();

        assertThat(lake.directory().resolve("files")).isDirectory();
    }

    @Test
    void stopsStreamsThatTheTestLeftRunning() throws Exception {
        Lake lake = Lake.open(CLUSTER.get(), options("stream"));
        StreamingQuery query = lake.session()
                .readStream()
                .format("rate")
                .load()
                .writeStream()
                .format("noop")
                .option("checkpointLocation", lake.files().resolve("checkpoint").toString())
                .start();

        lake.close();

        assertThat(query.isActive()).isFalse();
        assertThat(lake.directory()).doesNotExist();
    }

    @Test
    void tellsWhichTablesThereAre() {
        try (Lake lake = Lake.open(CLUSTER.get(), options("tables"))) {
            assertThatThrownBy(() -> lake.table("silver.customers").dataset())
                    .isInstanceOf(UserError.class)
                    .hasMessage("There is no table silver.customers in the lake. The lake has no tables.");

            lake.table("silver.customer").withSchema("id INT").rows();
            lake.table("orders").withSchema("id INT").rows();
            lake.table("odd_name.a").withSchema("id INT").rows();

            assertThat(lake.tables()).containsExactly("odd_name.a", "orders", "silver.customer");
            assertThatThrownBy(() -> lake.table("silver.customers").dataset())
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "There is no table silver.customers in the lake. Tables: odd_name.a, orders, silver.customer."
                                    + " Perhaps you mean silver.customer.");
            assertThat(lake.table("spark_catalog.silver.customer").exists()).isTrue();
            assertThat(lake.table("gold.customer").exists()).isFalse();
        }
    }

    @Test
    void refusesNamesThatAreNoTables() {
        try (Lake lake = Lake.open(CLUSTER.get(), options("names"))) {
            assertThatThrownBy(() -> lake.table("silver customers"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("'silver customers' is not the name of a table. Accepted are catalog.schema.table,"
                            + " schema.table and table.");
            assertThatThrownBy(() -> lake.table("my-data.silver.customers")).isInstanceOf(UserError.class);
            assertThatThrownBy(() -> lake.createSchema("a.b.c"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("'a.b.c' is not the name of a schema. Accepted are catalog.schema and schema.");
        }
    }

    @Test
    void countsTheCommitsAfterSeeding() {
        try (Lake lake = Lake.open(CLUSTER.get(), options("commits"))) {
            LakeTable table = lake.table("silver.customers");
            table.withSchema("id INT NOT NULL, name STRING").rows(RowFactory.create(1, "a"));
            table.insert(RowFactory.create(2, "b"));

            assertThat(table.commits()).isEmpty();

            lake.sql("DELETE FROM silver.customers WHERE id = 1");

            assertThat(table.commits()).singleElement().satisfies(commit -> {
                assertThat(commit.version()).isEqualTo(table.version().orElseThrow());
                assertThat(commit.operation()).isEqualTo("DELETE");
                assertThat(commit.metrics()).containsEntry("numDeletedRows", "1");
            });

            lake.sql("DROP TABLE silver.customers");
            assertThat(table.commits()).isEmpty();
            assertThat(table.version()).isEmpty();

            lake.sql("CREATE TABLE silver.customers AS SELECT 1 AS id");
            assertThat(table.commits()).extracting(DeltaCommit::operation).containsExactly("CREATE TABLE AS SELECT");
        }
    }

    private LakeOptions options(String name) {
        return LakeOptions.named(name, ProjectFiles.of(folder, List.of())).below(folder.resolve("lakes"));
    }
}
