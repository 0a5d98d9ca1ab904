package dev.lakelight.benchmark.firstassertion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.benchmark.process.Milestone;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The test that a careful user writes today: a local session with Delta and a warehouse of its own, everything else as Spark and
 * Delta come. Only the log is turned down to warnings, which is in its favour.
 */
public final class PlainSpark {

    private PlainSpark() {}

    /** Do the work in the working directory and end the JVM. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of("").toAbsolutePath());
        Milestone.end();
    }

    /** Do the work in an empty folder. */
    public static void run(Path folder) throws IOException {
        try (SparkSession spark = SparkSession.builder()
                .master("local[*]")
                .appName("first assertion")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate()) {
            spark.sparkContext().setLogLevel("WARN");
            spark.sql(Customers.CREATE);
            spark.sql(Customers.INSERT);
            assertThat(spark.table(Customers.TABLE).collectAsList()).containsExactlyInAnyOrder(Customers.rows());
            Milestone.passed();
        }
    }
}
