package dev.lakelight.compare;

import static dev.lakelight.compare.plan.RowColumns.SIGN;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Matches rows of tables of any size by rules that Spark does not know: Spark brings together the rows of a key and leaves out
 * the keys whose rows are exactly the same, and the others come to the driver key by key.
 */
final class KeyGroups {

    private static final String EXPECTED = "expected";
    private static final String ACTUAL = "actual";
    private static final String DIFFERS = "differs";

    private final RowMatching matching;
    private final CanonicalRow canonical;
    private final int width;
    private final RowBag missing = new RowBag(MultisetMatch.MOST_KEPT);
    private final RowBag unexpected = new RowBag(MultisetMatch.MOST_KEPT);

    private KeyGroups(RowMatching matching) {
        this.matching = matching;
        this.width = matching.expected().schema().size();
        this.canonical = CanonicalRow.of(matching.expected().schema());
    }

    static MultisetMatch match(RowMatching matching, RowKey key) {
        KeyGroups groups = new KeyGroups(matching);
        return ComparisonSettings.apply(
                SignedUnion.session(matching.expected(), matching.actual()), groups.width, () -> {
                    groups.differing(key).toLocalIterator().forEachRemaining(groups::match);
                    return new MultisetMatch(groups.missing, groups.unexpected, null);
                });
    }

    /** Return the rows of each key on which the sides do not agree, with the number of them on each side. */
    private Dataset<Row> differing(RowKey key) {
        Column[] columns = SignedUnion.columns(matching.expected().schema());
        Column[] counted = Stream.concat(Stream.of(columns), Stream.of(col(EXPECTED), col(ACTUAL)))
                .toArray(Column[]::new);
        Column[] keys = IntStream.of(key.positions())
                .mapToObj(i -> col(SignedUnion.name(i)))
                .toArray(Column[]::new);
        Dataset<Row> groups = SignedUnion.of(matching.expected(), matching.actual())
                .groupBy(columns)
                .agg(
                        sum(greatest(col(SIGN), lit(0))).as(EXPECTED),
                        sum(greatest(col(SIGN).multiply(-1), lit(0))).as(ACTUAL))
                .groupBy(keys)
                .agg(
                        collect_list(struct(counted)).as("rows"),
                        max(col(EXPECTED).notEqual(col(ACTUAL))).as(DIFFERS))
                .where(col(DIFFERS))
                .select("rows");
        return JavaTimes.in(groups);
    }

    private void match(Row group) {
        List<List<@Nullable Object>> expected = new ArrayList<>();
        List<List<@Nullable Object>> actual = new ArrayList<>();
        scala.collection.Iterable<Row> rows = group.getAs(0);

        for (Iterator<Row> each = CollectionConverters.asJava(rows.iterator()); each.hasNext(); ) {
            Row row = each.next();
            List<@Nullable Object> values = canonical.of(row);
            expected.addAll(Collections.nCopies(Math.toIntExact(row.getLong(width)), values));
            actual.addAll(Collections.nCopies(Math.toIntExact(row.getLong(width + 1)), values));
        }

        MultisetMatch match = LooseMatch.of(expected, actual, matching.rules());
        match.missing().rows().forEach(row -> missing.add(row.values(), row.count()));
        match.unexpected().rows().forEach(row -> unexpected.add(row.values(), row.count()));
    }
}
