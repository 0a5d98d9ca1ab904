package dev.lakelight.benchmark.tables;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Tables of ten columns: what is expected and the same rows in another order, both in Parquet files, and the latter with one value
 * changed while they are read.
 */
record ComparedData(Dataset<Row> expected, Dataset<Row> same, Dataset<Row> changed) {

    private static final String[] COLUMNS = {
        "id",
        "concat('customer ', id) AS name",
        "CAST(id % 1000 AS INT) AS kind",
        "CAST(id AS DOUBLE) / 7 AS amount",
        "CAST(id % 1000000 / 100.0 AS DECIMAL(12,2)) AS price",
        "date_add(DATE'2020-01-01', CAST(id % 1000 AS INT)) AS day",
        "timestamp_seconds(1600000000 + id) AS sold_at",
        "id % 2 = 0 AS paid",
        "md5(CAST(id AS STRING)) AS code",
        "IF(id % 10 = 0, NULL, concat('city ', id % 500)) AS city"
    };

    /** Write the tables into a folder. */
    static ComparedData write(SparkSession spark, Path folder, long rows) {
        Dataset<Row> made = spark.range(0, rows, 1, 4).selectExpr(COLUMNS);
        Dataset<Row> expected = written(made, folder.resolve("expected"));
        Dataset<Row> shuffled = expected.repartition(4, functions.col("code"));
        Dataset<Row> same = written(shuffled, folder.resolve("same"));
        Dataset<Row> changed =
                same.withColumn("amount", functions.expr("IF(id = %d, 1.5D, amount)".formatted(rows / 2)));
        return new ComparedData(expected, same, changed);
    }

    private static Dataset<Row> written(Dataset<Row> rows, Path folder) {
        rows.write().parquet(folder.toString());
        return rows.sparkSession().read().parquet(folder.toString());
    }
}
