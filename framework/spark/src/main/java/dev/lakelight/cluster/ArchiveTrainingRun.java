package dev.lakelight.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * A main class that does what tests usually do, so that the classes for it end up in an archive. Forked by the launch profile.
 */
final class ArchiveTrainingRun {

    /** Loaded by executor processes only. */
    private static final List<String> OF_EXECUTORS = List.of(
            ExecutorMain.class.getName(),
            "org.apache.spark.executor.CoarseGrainedExecutorBackend$",
            "org.apache.spark.scheduler.cluster.CoarseGrainedClusterMessages$RegisterExecutor",
            ProcessSchedulerBackend.class.getName());

    private static final String SCHEMA = "id INT, name STRING, since DATE";

    private static final List<String> STATEMENTS = List.of(
            "CREATE SCHEMA silver",
            "CREATE TABLE silver.customers (" + SCHEMA + ") USING delta",
            "INSERT INTO silver.customers SELECT * FROM loaded",
            "MERGE INTO silver.customers AS t USING late AS s ON t.id = s.id"
                    + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *",
            "UPDATE silver.customers SET name = upper(name) WHERE id = 1",
            "DELETE FROM silver.customers WHERE id = 3",
            "CREATE TABLE silver.years AS SELECT year(since) AS y, count(*) AS n, CAST(sum(id) AS DECIMAL(10, 2)) AS s"
                    + " FROM silver.customers GROUP BY year(since)",
            "SELECT c.*, row_number() OVER (PARTITION BY y.y ORDER BY c.id) AS r FROM silver.customers AS c"
                    + " LEFT JOIN silver.years AS y ON year(c.since) = y.y ORDER BY c.id",
            "SELECT * FROM silver.customers EXCEPT ALL SELECT * FROM loaded",
            "DESCRIBE HISTORY silver.customers",
            "DESCRIBE DETAIL silver.customers",
            "DROP TABLE silver.years");

    private ArchiveTrainingRun() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        for (String name : OF_EXECUTORS) {
            Class.forName(name);
        }
        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded())) {
            SparkSession session = cluster.newSession(Map.of(), directory.resolve("warehouse"));
            SparkSession.setActiveSession(session);
            read(session, directory);
            STATEMENTS.forEach(statement -> session.sql(statement).collectAsList());
            cluster.closeSession(session);
        }
        Clusters.ofThisJvm().stop();
        System.exit(0);
    }

    private static void read(SparkSession session, Path directory) throws IOException {
        Path csv = Files.writeString(directory.resolve("c.csv"), "id,name,since\n1,a,2011-12-01\n2,b,2011-12-02\n");
        Path json = Files.writeString(
                directory.resolve("c.jsonl"), "{\"id\": 2, \"name\": \"c\", \"since\": \"2011-12-03\"}\n");
        session.read().schema(SCHEMA).option("header", true).csv(csv.toString()).createOrReplaceTempView("loaded");
        session.read().schema(SCHEMA).json(json.toString()).createOrReplaceTempView("late");
    }
}
