package dev.lakelight.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.lakelight.compare.MultisetMatch.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differing rows of tables of any size in Spark, and brings as many of them to the driver as are of use there: a limited
 * number, of a limited size. Wide rows come with a second look, once it is known how large they are. Rows of one key are kept or
 * left out together.
 */
final class SparkMatch {

    /** About a hundred megabytes of short values. */
    private static final int MOST_CELLS = 1_000_000;

    private static final String ORDER = "place";
    private static final String BYTES = "bytes";
    private static final String ROW = "row";

    private final Side expected;
    private final Side actual;
    private final StructType schema;
    private final Column[] columns;
    private final Column order;
    private final Function<Column[], Column> hash;
    private final int limit;
    private final RowBag missing;
    private final RowBag unexpected;

    private SparkMatch(Side expected, Side actual, @Nullable RowKey key, Function<Column[], Column> hash) {
        this.expected = expected;
        this.actual = actual;
        this.schema = expected.schema();
        this.columns = SignedUnion.columns(schema);
        this.hash = hash;
        this.order = key == null ? col(SignedUnion.HASH) : hash.apply(columns(key));
        this.limit = Math.min(MultisetMatch.MOST_KEPT, MOST_CELLS / Math.max(1, schema.size()));
        this.missing = new RowBag(limit);
        this.unexpected = new RowBag(limit);
    }

    /** Match two tables of which Spark computes one at least. */
    static MultisetMatch of(Side expected, Side actual, @Nullable RowKey key) {
        return of(expected, actual, key, SignedUnion::hash);
    }

    /** Match two tables with a hash of one's own. Rows of one hash are taken for equal nowhere. */
    static MultisetMatch of(Side expected, Side actual, @Nullable RowKey key, Function<Column[], Column> hash) {
        SparkMatch match = new SparkMatch(expected, actual, key, hash);
        return ComparisonSettings.apply(SignedUnion.session(expected, actual), match.columns.length, match::match);
    }

    private static Column[] columns(RowKey key) {
        return IntStream.of(key.positions())
                .mapToObj(i -> col(SignedUnion.name(i)))
                .toArray(Column[]::new);
    }

    private MultisetMatch match() {
        Dataset<Row> differing = SignedUnion.differing(SignedUnion.of(expected, actual), schema, hash);
        List<Row> found = first(differing);
        List<Row> kept = found.subList(0, Math.min(found.size(), limit));
        add(kept.stream().allMatch(SparkMatch::isWhole) ? kept : whole(kept));

        if (found.size() > limit) {
            countAll(differing);
        } else {
            count(found);
        }

        return new MultisetMatch(missing, unexpected, sizes());
    }

    /** Each row more on a side is a row without its like. Of equal sides nobody wants to know. */
    private @Nullable Sizes sizes() {
        long more = unexpected.total() - missing.total();

        if (missing.total() + unexpected.total() == 0) {
            return null;
        }

        if (expected.isHeld()) {
            return new Sizes(expected.heldRows(), expected.heldRows() + more);
        }

        return actual.isHeld() ? new Sizes(actual.heldRows() - more, actual.heldRows()) : null;
    }

    /** Return one row more than are kept, without the content of those that could be too large for it. */
    private List<Row> first(Dataset<Row> differing) {
        Column bytes = RowBytes.of(schema, SignedUnion.names(schema));
        Dataset<Row> rows = differing
                .select(
                        col(SignedUnion.SIGN),
                        order.as(ORDER),
                        col(SignedUnion.HASH),
                        bytes.as(BYTES),
                        struct(columns).as(ROW))
                .withColumn(ROW, when(col(BYTES).leq(RowBytes.MOST / limit), col(ROW)))
                .orderBy(ORDER, SignedUnion.HASH)
                .limit(limit + 1);
        return JavaTimes.in(rows).collectAsList();
    }

    private static boolean isWhole(Row row) {
        return !row.isNullAt(row.fieldIndex(ROW));
    }

    /** Return the first of these rows with their content, as many as fit; one in any case. */
    private List<Row> whole(List<Row> rows) {
        List<Object> hashes = new ArrayList<>();
        long bytes = 0;

        for (Row row : rows) {
            bytes += row.<Long>getAs(BYTES);

            if (bytes > RowBytes.MOST && !hashes.isEmpty()) {
                break;
            }

            hashes.add(row.getAs(SignedUnion.HASH));
        }

        Dataset<Row> signed =
                SignedUnion.of(expected, actual).where(hash.apply(columns).isin(hashes.toArray()));
        Dataset<Row> found = SignedUnion.differing(signed, schema, hash)
                .select(col(SignedUnion.SIGN), struct(columns).as(ROW));
        return JavaTimes.in(found).collectAsList();
    }

    private void add(List<Row> rows) {
        CanonicalRow canonical = CanonicalRow.of(schema);
        rows.forEach(row -> {
            long sign = row.getAs(SignedUnion.SIGN);
            bag(sign).add(canonical.of(row.<Row>getAs(ROW)), Math.abs(sign));
        });
    }

    private RowBag bag(long sign) {
        return sign > 0 ? missing : unexpected;
    }

    private void count(List<Row> rows) {
        missing.countUpTo(rows.stream()
                .mapToLong(SparkMatch::sign)
                .filter(sign -> sign > 0)
                .sum());
        unexpected.countUpTo(-rows.stream()
                .mapToLong(SparkMatch::sign)
                .filter(sign -> sign < 0)
                .sum());
    }

    private static long sign(Row row) {
        return row.<Long>getAs(SignedUnion.SIGN);
    }

    private void countAll(Dataset<Row> differing) {
        Row totals = differing
                .agg(
                        sum(greatest(col(SignedUnion.SIGN), lit(0))),
                        sum(greatest(col(SignedUnion.SIGN).multiply(-1), lit(0))))
                .head();
        missing.countUpTo(totals.getLong(0));
        unexpected.countUpTo(totals.getLong(1));
    }
}
