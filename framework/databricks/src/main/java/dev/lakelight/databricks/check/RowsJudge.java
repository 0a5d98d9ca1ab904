package dev.lakelight.databricks.check;

import dev.lakelight.databricks.check.FoundDifference.FoundRow;
import dev.lakelight.databricks.sql.ComparedColumns;
import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.difference.ShortRow;
import dev.lakelight.difference.ShownShare;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the difference of rows as reports show it.
 *
 * @param expected what is expected
 * @param columns those that were compared
 * @param found what was found
 */
record RowsJudge(ExpectedTable expected, ComparedColumns columns, FoundTable found) {

    /**
     * Return the difference, or nothing when there is none.
     *
     * @throws EnvironmentError when the rows were not compared
     */
    List<TableDifference> difference() {
        List<TableDifference> ofSchema =
                new SchemaJudge(expected, expected.rowsName(), columns.names(), found).among(columns.accepted());

        if (!ofSchema.isEmpty()) {
            return ofSchema;
        }

        FoundDifference difference = found.difference();

        if (difference == null) {
            throw new EnvironmentError("The rows of %s were not compared."
                    .formatted(expected.expectation().table()));
        }

        return difference.missing() + difference.unexpected() == 0 ? List.of() : List.of(ofRows(difference));
    }

    private TableDifference ofRows(FoundDifference difference) {
        List<RowDifference> rows = shown(paired(difference.rows()));
        return new TableDifference(
                expected.expectation().table(),
                expected.rowsName(),
                List.of(),
                columns.names(),
                columns.rule().key(),
                rows,
                List.of(),
                difference.missing() - difference.changed(),
                difference.unexpected() - difference.changed(),
                difference.changed(),
                null);
    }

    /** As many of each kind, and as much of each, as people see of a difference on this machine. */
    private static List<RowDifference> shown(List<RowDifference> rows) {
        List<List<RowDifference>> kinds = Stream.of(Kind.MISSING, Kind.UNEXPECTED, Kind.CHANGED)
                .map(kind -> rows.stream().filter(row -> row.kind() == kind).toList())
                .toList();
        int[] shares = ShownShare.of(
                ShownShare.MOST, kinds.stream().mapToInt(List::size).toArray());
        return IntStream.range(0, shares.length)
                .boxed()
                .flatMap(i -> kinds.get(i).stream().limit(shares[i]))
                .map(ShortRow::of)
                .toList();
    }

    /** Missing first, then unexpected, then changed. */
    private List<RowDifference> paired(List<FoundRow> rows) {
        List<FoundRow> unexpected =
                new ArrayList<>(rows.stream().filter(row -> row.n() > 0).toList());
        List<RowDifference> missing = new ArrayList<>();
        List<RowDifference> changed = new ArrayList<>();
        rows.stream().filter(row -> row.n() < 0).forEach(row -> {
            FoundRow other = withKeyOf(row, unexpected);

            if (other == null) {
                missing.add(new RowDifference(Kind.MISSING, row.cells(), null, -row.n()));
            } else {
                unexpected.remove(other);
                changed.add(new RowDifference(Kind.CHANGED, row.cells(), other.cells(), Math.min(-row.n(), other.n())));
            }
        });
        unexpected.forEach(row -> missing.add(new RowDifference(Kind.UNEXPECTED, null, row.cells(), row.n())));
        missing.addAll(changed);
        return missing;
    }

    private @Nullable FoundRow withKeyOf(FoundRow row, List<FoundRow> others) {
        List<@Nullable String> key = keyOf(row);
        return key.isEmpty()
                ? null
                : others.stream()
                        .filter(other -> keyOf(other).equals(key))
                        .findFirst()
                        .orElse(null);
    }

    private List<@Nullable String> keyOf(FoundRow row) {
        List<@Nullable String> key = new ArrayList<>();

        for (String column : columns.rule().key()) {
            int position = columns.names().indexOf(column);
            key.add(
                    position < 0 || position >= row.cells().size()
                            ? null
                            : row.cells().get(position));
        }

        return key;
    }
}
