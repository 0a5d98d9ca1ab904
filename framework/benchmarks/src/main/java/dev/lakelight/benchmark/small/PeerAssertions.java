package dev.lakelight.benchmark.small;

import java.util.Arrays;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How other libraries compare small tables: their algorithms, written anew. */
final class PeerAssertions {

    private PeerAssertions() {}

    /** Compare the schemas, sort both by all columns, and compare what is collected. */
    static boolean asSparkFastTests(Dataset<Row> actual, Dataset<Row> expected) {
        return actual.schema().equals(expected.schema())
                && Arrays.equals((Row[]) sorted(actual).collect(), (Row[])
                        sorted(expected).collect());
    }

    private static Dataset<Row> sorted(Dataset<Row> rows) {
        return rows.sort(Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new));
    }

    /** Compare the schemas, cache and count both, number their rows as Java objects, and join them by their number. */
    static boolean asSparkTestingBase(Dataset<Row> actual, Dataset<Row> expected) {
        if (!actual.schema().equals(expected.schema())) {
            return false;
        }

        JavaPairRDD<Long, Row> left = indexed(expected);
        JavaPairRDD<Long, Row> right = indexed(actual);

        try {
            return left.count() == right.count()
                    && left.join(right)
                            .filter(pair -> !pair._2._1.equals(pair._2._2))
                            .take(10)
                            .isEmpty();
        } finally {
            left.unpersist();
            right.unpersist();
        }
    }

    private static JavaPairRDD<Long, Row> indexed(Dataset<Row> rows) {
        return rows.javaRDD().cache().zipWithIndex().mapToPair(pair -> pair.swap());
    }
}
