package dev.lakelight.benchmark.tables;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Pairs rows by their number, in the older interface of Spark. */
final class IndexedRows {

    private IndexedRows() {}

    static boolean areEqual(Dataset<Row> expected, Dataset<Row> actual) {
        JavaPairRDD<Long, Row> left = indexed(expected);
        JavaPairRDD<Long, Row> right = indexed(actual);
        return left.count() == right.count()
                && left.join(right)
                        .filter(pair -> !pair._2._1.equals(pair._2._2))
                        .take(10)
                        .isEmpty();
    }

    private static JavaPairRDD<Long, Row> indexed(Dataset<Row> rows) {
        return rows.javaRDD().zipWithIndex().mapToPair(pair -> pair.swap());
    }
}
