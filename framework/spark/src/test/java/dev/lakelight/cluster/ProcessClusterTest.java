package dev.lakelight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessClusterTest {

    @Test
    void runsTestCodeOnBothExecutors(@TempDir Path directory) {
        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.processes(2))) {
            List<Long> pids = JavaSparkContext.fromSparkContext(cluster.sparkContext())
                    .parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8), 8)
                    .map(number -> {
                        Thread.sleep(200);
                        return ProcessHandle.current().pid();
                    })
                    .collect();

            assertThat(cluster.executorPids()).hasSize(2);
            assertThat(pids).hasSize(8).hasSameElementsAs(cluster.executorPids());

            SparkSession session = cluster.newSession(Map.of(), directory.resolve("w"));
            session.sql("CREATE TABLE t AS SELECT id, id % 2 AS p FROM range(100)");
            assertThat(session.sql("SELECT p, count(*) FROM t GROUP BY p ORDER BY p")
                            .collectAsList()
                            .toString())
                    .isEqualTo("[[0,50], [1,50]]");
            cluster.closeSession(session);
        }
    }
}
