package dev.lakelight.compare;

import static dev.lakelight.compare.plan.RowColumns.BYTES;
import static dev.lakelight.compare.plan.RowColumns.HASH;
import static dev.lakelight.compare.plan.RowColumns.PLACE;
import static dev.lakelight.compare.plan.RowColumns.ROW;
import static dev.lakelight.compare.plan.RowColumns.SIGN;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.lakelight.compare.MultisetMatch.Sizes;
import dev.lakelight.compare.plan.RowHash;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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

    private final Side expected;
    private final Side actual;
    private final DifferingRows differing;
    private final int limit;
    private final RowBag missing;
    private final RowBag unexpected;

    private SparkMatch(Side expected, Side actual, DifferingRows differing) {
        this.expected = expected;
        this.actual = actual;
        this.differing = differing;
        this.limit = Math.min(
                MultisetMatch.MOST_KEPT,
                MOST_CELLS / Math.max(1, expected.schema().size()));
        this.missing = new RowBag(limit);
        this.unexpected = new RowBag(limit);
    }

    /** Match two tables of which Spark computes one at least. */
    static MultisetMatch of(Side expected, Side actual, @Nullable RowKey key) {
        return of(expected, actual, key, RowHash.WITHOUT_SIGN);
    }

    /** Match two tables with a hash of one's own. Rows of one hash are taken for equal nowhere. */
    static MultisetMatch of(Side expected, Side actual, @Nullable RowKey key, RowHash hash) {
        SparkSession session = SignedUnion.session(expected, actual);
        StructType schema = expected.schema();
        return ComparisonSettings.apply(session, schema.size(), () -> {
            Dataset<Row> signed = SignedUnion.of(expected, actual);
            DifferingRows differing = SignedUnion.isPlanned(signed)
                    ? new PackedDifferences(signed, schema, key, hash)
                    : new PlainDifferences(signed, schema, key);
            return SignedUnion.bytes(signed) > ComparisonSettings.FEW_BYTES
                    ? of(differing, expected, actual)
                    : ComparisonSettings.applyToFewRows(session, schema.size(), () -> of(differing, expected, actual));
        });
    }

    /** Match two tables of which somebody has found the differing rows. */
    static MultisetMatch of(DifferingRows differing, Side expected, Side actual) {
        return new SparkMatch(expected, actual, differing).match();
    }

    private MultisetMatch match() {
        List<Row> found = first();
        List<Row> kept = found.subList(0, Math.min(found.size(), limit));
        add(kept.stream().allMatch(SparkMatch::isWhole) ? kept : whole(kept));

        if (found.size() > limit) {
            countAll();
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
    private List<Row> first() {
        Dataset<Row> rows = differing
                .all()
                .withColumn(ROW, when(col(BYTES).leq(RowBytes.MOST / limit), col(ROW)))
                .orderBy(PLACE, HASH)
                .limit(limit + 1);
        return JavaTimes.in(rows).collectAsList();
    }

    private static boolean isWhole(Row row) {
        return !row.isNullAt(row.fieldIndex(ROW));
    }

    /** Return the first of these rows with their content, as many as fit; one in any case. */
    private List<Row> whole(List<Row> rows) {
        Set<Long> hashes = new HashSet<>();
        long bytes = 0;

        for (Row row : rows) {
            bytes += row.<Long>getAs(BYTES);

            if (bytes > RowBytes.MOST && !hashes.isEmpty()) {
                break;
            }

            hashes.add(row.getAs(HASH));
        }

        return JavaTimes.in(differing.ofHashes(hashes)).collectAsList();
    }

    private void add(List<Row> rows) {
        rows.forEach(row -> {
            long sign = sign(row);
            bag(sign).add(differing.values(row), Math.abs(sign));
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
        return row.<Long>getAs(SIGN);
    }

    private void countAll() {
        Row totals = differing
                .all()
                .agg(sum(greatest(col(SIGN), lit(0))), sum(greatest(col(SIGN).multiply(-1), lit(0))))
                .head();
        missing.countUpTo(totals.getLong(0));
        unexpected.countUpTo(totals.getLong(1));
    }
}
