package dev.lakelight.assertion;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static dev.lakelight.assertion.LakelightAssertions.assertThatThrownBy;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeImage;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeAssertTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhichTablesChanged() {
        LakeOptions options = LakeOptions.named("late address", ProjectFiles.of(folder, List.of()))
                .below(folder.resolve("lakes of 50% ä"));

        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
                Lake lake = Lake.open(cluster, options)) {
            lake.table("bronze.orders").withSchema("id INT").rows(RowFactory.create(1));
            lake.table("silver.orders").withSchema("id INT").rows();

            assertThat(LakeImage.of(lake).tables()).containsExactly("bronze.orders", "silver.orders");
            assertThat(lake).as("images are no tables").changedNothing();

            lake.sql("INSERT INTO silver.orders SELECT * FROM bronze.orders");

            assertThat(lake).changedOnly("silver.orders");
            assertThatThrownBy(() -> assertThat(lake).changedNothing())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            in the lake 'late address' no table was expected to change, but:
                              silver.orders changed: version 1, was 0""");

            lake.sql("CREATE TABLE delta.`/mnt/by path/a.b` USING delta AS SELECT 1 AS id");
            lake.sql("SELECT 1 AS id").write().format("delta").save("/mnt/written");

            assertThat(lake).changedOnly("silver.orders", "delta.`/mnt/by path/a.b`", "delta.`/mnt/written`");
            assertThatThrownBy(() -> assertThat(lake).changedOnly("silver.orders", "delta.`/mnt/written`"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            in the lake 'late address' only silver.orders, delta.`/mnt/written` was expected to change, but:
                              delta.`/mnt/by path/a.b` was created: version 0""");
            lake.markStart();
            lake.sql("INSERT INTO silver.orders VALUES (2)");

            lake.sql("DROP TABLE bronze.orders");
            lake.sql("CREATE TABLE bronze.orders AS SELECT 2 AS id");

            assertThatThrownBy(() -> assertThat(lake).changedOnly("silver.orders", "gold.sales"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            in the lake 'late address' only silver.orders, gold.sales was expected to change, but:
                              bronze.orders was dropped and made anew: version 0
                              gold.sales did not change""");
        }
    }
}
