package dev.lakelight.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import dev.lakelight.compare.plan.UnbalancedRows;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/**
 * Compares tables of any size by one shuffle: expected rows count +1, found ones -1, and what does not add up to 0 differs.
 * Columns are renamed by position first, so that names may be anything and occur twice.
 */
final class SignedUnion {

    static final String SIGN = "sign";
    static final String HASH = "hash";

    /** So much of a file gives a hash table that two tasks at a time can hold in half a GiB. */
    private static final long BYTES_OF_PARTITION = 16L << 20;

    private static final int MOST_PARTITIONS = 200;

    private SignedUnion() {}

    /** Return the rows of both sides, in groupable columns, the expected ones with the sign 1, the others with -1. */
    static Dataset<Row> of(Side expected, Side actual) {
        SparkSession session = session(expected, actual);
        return signed(expected, session, 1).unionAll(signed(actual, session, -1));
    }

    /** Return the different rows that do not occur equally often, with how much more often on the expected side. */
    static Dataset<Row> differing(Side expected, Side actual) {
        return differing(of(expected, actual), expected.schema(), SignedUnion::hash);
    }

    /**
     * Return those of rows with signs. A hash decides in which order they come, where that is asked for, and nothing else: rows of
     * one hash are equal when they are.
     */
    static Dataset<Row> differing(Dataset<Row> signed, StructType schema, Function<Column[], Column> hash) {
        Column[] columns = columns(schema);
        Dataset<Row> differing = UnbalancedRows.areKnownTo(signed.sparkSession())
                ? UnbalancedRows.of(signed, partitions(signed))
                : summed(signed, columns);
        return differing.withColumn(HASH, hash.apply(columns));
    }

    /** What any session of Spark can do. Rows are distributed by a hash: code for thousands of columns would be too much for it. */
    static Dataset<Row> summed(Dataset<Row> signed, Column... columns) {
        Column[] keys = Stream.concat(Stream.of(col(HASH)), Stream.of(columns)).toArray(Column[]::new);
        return signed.withColumn(HASH, hash(columns))
                .repartition(partitions(signed), col(HASH))
                .groupBy(keys)
                .agg(sum(SIGN).as(SIGN))
                .where(col(SIGN).notEqual(0));
    }

    static Column hash(Column... columns) {
        return columns.length == 0 ? lit(0L) : xxhash64(columns);
    }

    static SparkSession session(Side expected, Side actual) {
        return expected.session().or(actual::session).orElseThrow();
    }

    private static Dataset<Row> signed(Side side, SparkSession session, long sign) {
        StructType schema = side.schema();
        Column[] columns = IntStream.range(0, schema.size())
                .mapToObj(i -> GroupableColumn.of(col(name(i)), schema.apply(i).dataType())
                        .as(name(i)))
                .toArray(Column[]::new);
        return side.numberedColumns(session).select(columns).withColumn(SIGN, lit(sign));
    }

    static String name(int position) {
        return "c" + position;
    }

    static String[] names(StructType schema) {
        return IntStream.range(0, schema.size()).mapToObj(SignedUnion::name).toArray(String[]::new);
    }

    static Column[] columns(StructType schema) {
        return IntStream.range(0, schema.size()).mapToObj(i -> col(name(i))).toArray(Column[]::new);
    }

    /** Spark's setting is made for the tables of a test, and knows nothing of these. */
    private static int partitions(Dataset<Row> rows) {
        org.apache.spark.sql.classic.Dataset<Row> dataset = (org.apache.spark.sql.classic.Dataset<Row>) rows;
        SQLConf settings = dataset.sparkSession().sessionState().conf();
        double bytes =
                dataset.queryExecution().optimizedPlan().stats().sizeInBytes().toDouble();
        int wanted = (int) Math.min(MOST_PARTITIONS, bytes / BYTES_OF_PARTITION + 1);
        return Math.max(settings.numShufflePartitions(), wanted);
    }
}
