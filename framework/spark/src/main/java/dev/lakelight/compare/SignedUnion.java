package dev.lakelight.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Compares tables of any size by one shuffle: expected rows count +1, found ones -1, and what does not add up to 0 differs.
 * Columns are renamed by position first, so that names may be anything and occur twice.
 */
final class SignedUnion {

    static final String SIGN = "sign";

    /** About a hundred megabytes of short values. */
    private static final int MOST_CELLS = 1_000_000;

    private final StructType schema;
    private final Dataset<Row> differing;
    private final int limit;
    private final RowBag missing;
    private final RowBag unexpected;

    private SignedUnion(StructType schema, Dataset<Row> differing) {
        this.schema = schema;
        this.differing = differing;
        this.limit = Math.min(MultisetMatch.MOST_KEPT, MOST_CELLS / Math.max(1, schema.size()));
        this.missing = new RowBag(limit);
        this.unexpected = new RowBag(limit);
    }

    /** Match two tables that Spark computes. */
    static MultisetMatch match(Side expected, Side actual) {
        Dataset<Row> differing = of(expected, actual)
                .groupBy(columns(expected.schema()))
                .agg(sum(SIGN).as(SIGN))
                .where(col(SIGN).notEqual(0));
        return new SignedUnion(expected.schema(), differing).match();
    }

    /** Return the rows of both sides, in groupable columns, the expected ones with the sign 1, the others with -1. */
    static Dataset<Row> of(Side expected, Side actual) {
        return signed(expected, 1).unionAll(signed(actual, -1));
    }

    private static Dataset<Row> signed(Side side, long sign) {
        StructType schema = side.schema();
        Column[] columns = IntStream.range(0, schema.size())
                .mapToObj(i -> GroupableColumn.of(col(name(i)), schema.apply(i).dataType())
                        .as(name(i)))
                .toArray(Column[]::new);
        return side.numberedColumns().select(columns).withColumn(SIGN, lit(sign));
    }

    static String name(int position) {
        return "c" + position;
    }

    static Column[] columns(StructType schema) {
        return IntStream.range(0, schema.size()).mapToObj(i -> col(name(i))).toArray(Column[]::new);
    }

    private MultisetMatch match() {
        List<Row> rows = JavaTimes.in(differing)
                .orderBy(columns(schema))
                .limit(limit + 1)
                .collectAsList();
        CanonicalRow canonical = CanonicalRow.of(schema);
        rows.stream().limit(limit).forEach(row -> add(row, canonical));

        if (rows.size() > limit) {
            countAll();
        }

        return new MultisetMatch(missing, unexpected, null);
    }

    private void add(Row row, CanonicalRow canonical) {
        long sign = row.getLong(schema.size());
        RowBag bag = sign > 0 ? missing : unexpected;
        bag.add(canonical.of(row), Math.abs(sign));
    }

    private void countAll() {
        Row totals = differing
                .agg(sum(greatest(col(SIGN), lit(0))), sum(greatest(col(SIGN).multiply(-1), lit(0))))
                .head();
        missing.countUpTo(totals.getLong(0));
        unexpected.countUpTo(totals.getLong(1));
    }
}
