package dev.lakelight.compare;

import static dev.lakelight.compare.plan.RowColumns.SIGN;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_repeat;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.lakelight.result.TableDifference.Kind;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Makes a dataset of all differing rows of two tables of any size. */
final class DifferenceRows {

    private static final String EXPECTED = "expected";
    private static final String ACTUAL = "actual";
    private static final String COUNT = "count";
    private static final String PAIR = "pair";

    private final StructType schema;
    private final Dataset<Row> differing;

    private DifferenceRows(Side expected, Side actual) {
        this.schema = expected.schema();
        this.differing = SignedUnion.differing(expected, actual).withColumn(COUNT, abs(col(SIGN)));
    }

    /** Return the rows of either side that have no like on the other one. */
    static Dataset<Row> unpaired(Side expected, Side actual) {
        DifferenceRows rows = new DifferenceRows(expected, actual);
        Column isExpected = col(SIGN).gt(0);
        Column row = rows.row();
        return rows.differing.select(
                when(isExpected, Kind.MISSING.name())
                        .otherwise(Kind.UNEXPECTED.name())
                        .as("kind"),
                col(COUNT),
                when(isExpected, row).as(EXPECTED),
                when(not(isExpected), row).as(ACTUAL));
    }

    /** Return them paired by a key, one by one. */
    static Dataset<Row> paired(Side expected, Side actual, RowKey key) {
        DifferenceRows rows = new DifferenceRows(expected, actual);
        Column[] keys = IntStream.of(key.positions())
                .mapToObj(i -> col(SignedUnion.name(i)))
                .toArray(Column[]::new);
        Column isExpected = col(SIGN).gt(0);
        return rows.differing
                .groupBy(keys)
                .agg(
                        rows.all(isExpected).as(EXPECTED),
                        rows.all(not(isExpected)).as(ACTUAL))
                .select(
                        rows.key(key).as("key"),
                        explode(arrays_zip(col(EXPECTED), col(ACTUAL))).as(PAIR))
                .select(
                        kind().as("kind"),
                        col("key"),
                        rows.changed().as("changed"),
                        rows.restored(EXPECTED).as(EXPECTED),
                        rows.restored(ACTUAL).as(ACTUAL));
    }

    private Column row() {
        return struct(IntStream.range(0, schema.size())
                .mapToObj(i -> RestoredColumn.of(col(SignedUnion.name(i)), schema.apply(i)))
                .toArray(Column[]::new));
    }

    /** As often as they occur, in an order that pairs like with like when a key has several rows. */
    private Column all(Column side) {
        Column repeated =
                array_repeat(struct(SignedUnion.columns(schema)), col(COUNT).cast("int"));
        return sort_array(flatten(collect_list(when(side, repeated))));
    }

    private Column key(RowKey key) {
        return struct(IntStream.of(key.positions())
                .mapToObj(i -> RestoredColumn.of(col(SignedUnion.name(i)), schema.apply(i)))
                .toArray(Column[]::new));
    }

    private static Column kind() {
        return when(cell(ACTUAL).isNull(), Kind.MISSING.name())
                .when(cell(EXPECTED).isNull(), Kind.UNEXPECTED.name())
                .otherwise(Kind.CHANGED.name());
    }

    private Column changed() {
        Column names = array_compact(array(IntStream.range(0, schema.size())
                .mapToObj(i -> when(
                        not(cell(EXPECTED, i).eqNullSafe(cell(ACTUAL, i))),
                        lit(schema.apply(i).name())))
                .toArray(Column[]::new)));
        return when(cell(EXPECTED).isNotNull().and(cell(ACTUAL).isNotNull()), names)
                .otherwise(array().cast("array<string>"));
    }

    private Column restored(String side) {
        Column row = struct(IntStream.range(0, schema.size())
                .mapToObj(i -> RestoredColumn.of(cell(side, i), schema.apply(i)))
                .toArray(Column[]::new));
        return when(cell(side).isNotNull(), row);
    }

    private static Column cell(String side) {
        return col(PAIR).getField(side);
    }

    private static Column cell(String side, int position) {
        return cell(side).getField(SignedUnion.name(position));
    }
}
