package dev.lakelight.benchmark.tables;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.TableComparator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A way to find out whether two tables have the same rows. Those of other libraries were written anew from descriptions of what
 * they do; their own code is not here, and may be faster or slower.
 */
enum Algorithm {
    LAKELIGHT("Lakelight") {
        @Override
        boolean areEqual(Dataset<Row> expected, Dataset<Row> actual) {
            return TableComparator.exact()
                    .compare(ComparedTable.of("actual", actual), ComparedTable.of("expected", expected))
                    .isEmpty();
        }
    },
    EXCEPT_ALL("exceptAll both ways") {
        @Override
        boolean areEqual(Dataset<Row> expected, Dataset<Row> actual) {
            return expected.exceptAll(actual).isEmpty()
                    && actual.exceptAll(expected).isEmpty();
        }
    },
    /** Caches and counts both, groups each by all columns, and joins the groups. */
    SPARK_TESTING_BASE("as spark-testing-base, by data") {
        @Override
        boolean areEqual(Dataset<Row> expected, Dataset<Row> actual) {
            Dataset<Row> left = expected.cache();
            Dataset<Row> right = actual.cache();

            try {
                return left.count() == right.count()
                        && joined(counted(left), counted(right), "full_outer")
                                .where("NOT left.count <=> right.count")
                                .limit(10)
                                .collectAsList()
                                .isEmpty();
            } finally {
                left.unpersist(true);
                right.unpersist(true);
            }
        }
    },
    /** Numbers the sorted rows of each side as Java objects, and joins them by their number. */
    SPARK_FAST_TESTS("as spark-fast-tests, large") {
        @Override
        boolean areEqual(Dataset<Row> expected, Dataset<Row> actual) {
            Column[] columns = columns(expected);
            return IndexedRows.areEqual(expected.sort(columns), actual.sort(columns));
        }
    },
    /** Joins both by all columns, and keeps what has no partner. It does not see how often a row occurs. */
    G_RESEARCH("as G-Research diff, without ids") {
        @Override
        boolean areEqual(Dataset<Row> expected, Dataset<Row> actual) {
            return joined(marked(expected), marked(actual), "full_outer")
                    .where("left.mark IS NULL OR right.mark IS NULL")
                    .limit(10)
                    .collectAsList()
                    .isEmpty();
        }
    };

    private final String label;

    Algorithm(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract boolean areEqual(Dataset<Row> expected, Dataset<Row> actual);

    private static Dataset<Row> counted(Dataset<Row> rows) {
        return rows.groupBy(columns(rows)).count();
    }

    private static Dataset<Row> marked(Dataset<Row> rows) {
        return rows.withColumn("mark", functions.lit(1));
    }

    /** Join by all columns but the last. */
    private static Dataset<Row> joined(Dataset<Row> left, Dataset<Row> right, String kind) {
        List<String> names = Arrays.asList(left.columns());
        Column condition = IntStream.range(0, names.size() - 1)
                .mapToObj(i -> functions.col("left." + names.get(i)).eqNullSafe(functions.col("right." + names.get(i))))
                .reduce(Column::and)
                .orElseThrow();
        return left.as("left").join(right.as("right"), condition, kind);
    }

    private static Column[] columns(Dataset<Row> rows) {
        return Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    }
}
