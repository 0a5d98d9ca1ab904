package dev.lakelight.compare;

import dev.lakelight.compare.Differences.Changed;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Chooses the differing rows that people see, and writes their cells. */
final class ShownRows {

    /** No more rows are shown, of each kind at least its share. */
    static final int MOST = 20;

    private final StructType schema;
    private final CellText text;
    private final CellRules rules;

    ShownRows(StructType schema, CellText text, CellRules rules) {
        this.schema = schema;
        this.text = text;
        this.rules = rules;
    }

    /** Return the names of the columns. */
    List<String> columns() {
        return List.of(schema.fieldNames());
    }

    /** Return missing rows, then unexpected, then changed ones. */
    List<RowDifference> of(Differences differences) {
        int[] shares = shares(
                differences.missing().size(),
                differences.unexpected().size(),
                differences.changed().size());
        List<RowDifference> shown = new ArrayList<>();
        differences.missing().stream().limit(shares[0]).map(this::missing).forEach(shown::add);
        differences.unexpected().stream().limit(shares[1]).map(this::unexpected).forEach(shown::add);
        differences.changed().stream().limit(shares[2]).map(this::changed).forEach(shown::add);
        return shown;
    }

    /** Hand out places one by one, so that a kind with few rows leaves its places to the others. */
    private static int[] shares(int... wanted) {
        int[] shares = new int[wanted.length];
        int left = MOST;

        for (boolean any = true; any && left > 0; ) {
            any = false;

            for (int i = 0; i < wanted.length && left > 0; i++) {
                if (shares[i] < wanted[i]) {
                    shares[i]++;
                    left--;
                    any = true;
                }
            }
        }

        return shares;
    }

    private RowDifference missing(CountedRow row) {
        return new RowDifference(Kind.MISSING, shortened(row), null, row.count());
    }

    private RowDifference unexpected(CountedRow row) {
        return new RowDifference(Kind.UNEXPECTED, null, shortened(row), row.count());
    }

    private List<@Nullable String> shortened(CountedRow row) {
        List<@Nullable String> cells = cells(row.values());
        cells.replaceAll(Abbreviation::middle);
        return cells;
    }

    private RowDifference changed(Changed row) {
        List<@Nullable String> expected = cells(row.expected());
        List<@Nullable String> actual = cells(row.actual());

        for (int i = 0; i < expected.size(); i++) {
            String right = actual.get(i);
            boolean accepted =
                    rules.areEqual(i, row.expected().get(i), row.actual().get(i));
            String left = accepted ? right : expected.get(i);
            expected.set(i, Abbreviation.difference(left, right));
            actual.set(i, Abbreviation.difference(right, left));
        }

        return new RowDifference(Kind.CHANGED, expected, actual, row.count());
    }

    private List<@Nullable String> cells(List<@Nullable Object> values) {
        List<@Nullable String> cells = new ArrayList<>(Collections.nCopies(values.size(), null));

        for (int i = 0; i < values.size(); i++) {
            cells.set(i, text.of(values.get(i), schema.apply(i).dataType()));
        }

        return cells;
    }
}
