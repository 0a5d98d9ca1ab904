package dev.lakelight.compare;

import dev.lakelight.table.Placeholder;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says which values of two rows in canonical form count as equal, column by column. */
final class CellRules {

    private final List<@Nullable CellEquality> columns;

    /** Take a rule for each column, null where values must be equal. */
    CellRules(List<@Nullable CellEquality> columns) {
        this.columns = columns;
    }

    /** Return the number of columns. */
    int columns() {
        return columns.size();
    }

    /** Return whether values of this column are equal or are not, whatever row they are compared with. */
    boolean isExact(int column) {
        return columns.get(column) == null;
    }

    boolean areExact() {
        return columns.stream().allMatch(Objects::isNull);
    }

    boolean areEqual(int column, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Placeholder placeholder) {
            return placeholder.accepts(actual);
        }

        CellEquality rule = columns.get(column);
        return rule == null ? Objects.equals(expected, actual) : rule.areEqual(expected, actual);
    }

    boolean areEqual(List<@Nullable Object> expected, List<@Nullable Object> actual) {
        return IntStream.range(0, columns.size()).allMatch(i -> areEqual(i, expected.get(i), actual.get(i)));
    }
}
