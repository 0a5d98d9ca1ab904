package dev.lakelight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterTest {

    @Test
    void twoSessionsHaveTablesOfTheSameName(@TempDir Path directory) {
        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded())) {
            SparkSession left = cluster.newSession(Map.of(), directory.resolve("left"));
            SparkSession right = cluster.newSession(Map.of(), directory.resolve("right"));

            left.sql("CREATE SCHEMA silver");
            left.sql("CREATE TABLE silver.customers AS SELECT 1 AS id");
            right.sql("CREATE SCHEMA silver");
            right.sql("CREATE TABLE silver.customers AS SELECT 'x' AS name");

            assertThat(rows(left, "SELECT * FROM silver.customers")).containsExactly("[1]");
            assertThat(rows(right, "SELECT * FROM silver.customers")).containsExactly("[x]");
            assertThat(directory.resolve("left/silver.db/customers/_delta_log")).isDirectory();

            cluster.closeSession(left);
            cluster.closeSession(right);
        }
    }

    @Test
    void sessionsLeaveNoListenersBehind(@TempDir Path directory) {
        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded())) {
            List<SparkListenerInterface> before =
                    cluster.sparkContext().listenerBus().listeners();

            for (int i = 0; i < 5; i++) {
                SparkSession session = cluster.newSession(Map.of(), directory.resolve("s" + i));
                session.sql("SELECT 1").collectAsList();
                cluster.closeSession(session);
            }

            assertThat(cluster.sparkContext().listenerBus().listeners()).isEqualTo(before);
        }
    }

    private static List<String> rows(SparkSession session, String query) {
        return session.sql(query).collectAsList().stream().map(Row::toString).toList();
    }
}
