package dev.lakelight.compare;

import static dev.lakelight.compare.plan.RowColumns.HASH;
import static dev.lakelight.compare.plan.RowColumns.SIGN;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import dev.lakelight.compare.plan.RowHash;
import dev.lakelight.compare.plan.UnbalancedRows;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Compares tables of any size by one shuffle: expected rows count +1, found ones -1, and what does not add up to 0 differs.
 * Columns are renamed by position first, so that names may be anything and occur twice.
 */
final class SignedUnion {

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
        Dataset<Row> signed = of(expected, actual);
        return isPlanned(signed) ? unbalanced(signed) : summed(signed, columns(expected.schema()));
    }

    /** Return whether the session plans this in the way that is made for it. */
    static boolean isPlanned(Dataset<Row> signed) {
        return UnbalancedRows.areKnownTo(signed.sparkSession());
    }

    static Dataset<Row> unbalanced(Dataset<Row> signed) {
        return UnbalancedRows.of(signed, partitions(signed));
    }

    /** Return those of the unbalanced rows that have one of some hashes. */
    static Dataset<Row> unbalanced(Dataset<Row> signed, RowHash hash, Set<Long> hashes) {
        return UnbalancedRows.ofHashes(signed, hash, hashes, partitions(signed));
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

    /** One projection where it can be: Spark takes long to merge several of many columns. */
    private static Dataset<Row> signed(Side side, SparkSession session, long sign) {
        StructType schema = side.schema();
        Dataset<Row> rows = side.dataset(session);
        List<Column> columns = side.columns(rows);
        Stream<Column> groupable = IntStream.range(0, schema.size())
                .mapToObj(
                        i -> GroupableColumn.of(columns.get(i), schema.apply(i).dataType())
                                .as(name(i)));
        Dataset<Row> signed = rows.select(
                Stream.concat(groupable, Stream.of(lit(sign).as(SIGN))).toArray(Column[]::new));
        return normalized(signed, schema);
    }

    /** What had to be made groupable can have numbers in it that are not in their normal form. */
    private static Dataset<Row> normalized(Dataset<Row> signed, StructType schema) {
        List<Attribute> columns =
                CollectionConverters.asJava(KnownSize.analyzed(signed).output());
        List<Expression> normal = IntStream.range(0, columns.size())
                .mapToObj(i -> i == schema.size()
                                || GroupableColumn.isGroupable(schema.apply(i).dataType())
                        ? columns.get(i)
                        : NormalForm.of(columns.get(i)))
                .toList();
        return normal.equals(columns)
                ? signed
                : signed.select(IntStream.range(0, columns.size())
                        .mapToObj(i -> ExpressionUtils.column(normal.get(i))
                                .as(columns.get(i).name()))
                        .toArray(Column[]::new));
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
        SQLConf settings = ((org.apache.spark.sql.classic.SparkSession) rows.sparkSession())
                .sessionState()
                .conf();
        int wanted = (int) Math.min(MOST_PARTITIONS, bytes(rows) / BYTES_OF_PARTITION + 1);
        return Math.max(settings.numShufflePartitions(), wanted);
    }

    /** Return about how many bytes are read. */
    static double bytes(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .optimizedPlan()
                .stats()
                .sizeInBytes()
                .toDouble();
    }
}
