package dev.lakelight.compare;

import dev.lakelight.compare.Differences.Changed;
import dev.lakelight.difference.ShortRow;
import dev.lakelight.difference.ShownShare;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Chooses the differing rows that people see, and writes their cells. */
final class ShownRows {

    private static final int MOST_ATTACHED = 1_000;
    private static final long MOST_ATTACHED_CHARACTERS = 1_000_000;

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

    /** Return missing rows, then unexpected, then changed ones, with long texts cut short. */
    List<RowDifference> of(Differences differences) {
        return full(differences, ShownShare.MOST).map(ShortRow::of).toList();
    }

    /** Return more of them in full, up to a thousand and a million characters. */
    List<RowDifference> attached(Differences differences) {
        List<RowDifference> attached = new ArrayList<>();
        long room = MOST_ATTACHED_CHARACTERS;

        for (Iterator<RowDifference> rows = full(differences, MOST_ATTACHED).iterator(); rows.hasNext(); ) {
            RowDifference row = rows.next();
            room -= length(row.expected()) + length(row.actual());

            if (room < 0) {
                break;
            }

            attached.add(row);
        }

        return attached;
    }

    private static long length(@Nullable List<@Nullable String> cells) {
        return cells == null
                ? 0
                : cells.stream()
                        .mapToLong(cell -> cell == null ? 0 : cell.length())
                        .sum();
    }

    private Stream<RowDifference> full(Differences differences, int most) {
        int[] shares = ShownShare.of(
                most,
                differences.missing().size(),
                differences.unexpected().size(),
                differences.changed().size());
        return Stream.of(
                        differences.missing().stream().limit(shares[0]).map(this::missing),
                        differences.unexpected().stream().limit(shares[1]).map(this::unexpected),
                        differences.changed().stream().limit(shares[2]).map(this::changed))
                .flatMap(Function.identity());
    }

    private RowDifference missing(CountedRow row) {
        return new RowDifference(Kind.MISSING, cells(row.values()), null, row.count());
    }

    private RowDifference unexpected(CountedRow row) {
        return new RowDifference(Kind.UNEXPECTED, null, cells(row.values()), row.count());
    }

    private RowDifference changed(Changed row) {
        List<@Nullable String> expected = cells(row.expected());
        List<@Nullable String> actual = cells(row.actual());

        for (int i = 0; i < expected.size(); i++) {
            if (rules.areEqual(i, row.expected().get(i), row.actual().get(i))) {
                expected.set(i, actual.get(i));
            }
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
