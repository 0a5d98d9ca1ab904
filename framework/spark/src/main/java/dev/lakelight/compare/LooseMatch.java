package dev.lakelight.compare;

import dev.lakelight.compare.MultisetMatch.Sizes;
import dev.lakelight.problem.UserError;
import dev.lakelight.table.Placeholder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs rows of which some columns have a tolerance, a comparator or a placeholder, so that as few as possible stay alone. Rows can
 * only be partners when their other columns are equal, which keeps the groups small.
 */
final class LooseMatch {

    /** So many comparisons in a group of rows take a second or so. */
    private static final long MOST_COMPARISONS = 25_000_000;

    private final CellRules rules;
    private final int[] exactColumns;
    private final Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();
    private final RowBag missing = new RowBag(MultisetMatch.MOST_KEPT);
    private final RowBag unexpected = new RowBag(MultisetMatch.MOST_KEPT);

    private LooseMatch(CellRules rules, int[] exactColumns) {
        this.rules = rules;
        this.exactColumns = exactColumns;
    }

    /** Match rows in canonical form. */
    static MultisetMatch of(
            List<List<@Nullable Object>> expected, List<List<@Nullable Object>> actual, CellRules rules) {
        LooseMatch match = new LooseMatch(rules, exactColumns(expected, rules));
        expected.forEach(row -> match.group(row).expected.add(row));
        actual.forEach(row -> match.group(row).actual.add(row));
        match.groups.values().forEach(match::pair);
        return new MultisetMatch(match.missing, match.unexpected, new Sizes(expected.size(), actual.size()));
    }

    static List<List<@Nullable Object>> all(Iterator<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }

    /** Return whether there is a placeholder in a row. */
    static boolean hasPlaceholder(List<@Nullable Object> row) {
        return row.stream().anyMatch(Placeholder.class::isInstance);
    }

    private static int[] exactColumns(List<List<@Nullable Object>> expected, CellRules rules) {
        return IntStream.range(0, rules.columns())
                .filter(rules::isExact)
                .filter(column -> expected.stream().noneMatch(row -> row.get(column) instanceof Placeholder))
                .toArray();
    }

    private Group group(List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>(exactColumns.length);

        for (int column : exactColumns) {
            values.add(row.get(column));
        }

        return groups.computeIfAbsent(values, any -> new Group(new ArrayList<>(), new ArrayList<>()));
    }

    private void pair(Group group) {
        refuseTooMany(group);
        boolean[] taken = new boolean[group.actual.size()];
        int[] partners = MaximumMatching.of(
                group.expected.size(),
                taken.length,
                (left, right) -> rules.areEqual(group.expected.get(left), group.actual.get(right)));

        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == MaximumMatching.NOBODY) {
                missing.add(group.expected.get(i), 1);
            } else {
                taken[partners[i]] = true;
            }
        }

        IntStream.range(0, taken.length).filter(i -> !taken[i]).forEach(i -> unexpected.add(group.actual.get(i), 1));
    }

    private static void refuseTooMany(Group group) {
        if ((long) group.expected.size() * group.actual.size() > MOST_COMPARISONS) {
            throw new UserError(
                    ("%d expected rows and %d found ones agree in all columns without a tolerance, a comparator or a"
                                    + " placeholder, which are too many to try who belongs to whom. Compare without them, or leave a"
                                    + " column exact that tells the rows apart.")
                            .formatted(group.expected.size(), group.actual.size()));
        }
    }

    /** Rows that agree in all exact columns. */
    private record Group(List<List<@Nullable Object>> expected, List<List<@Nullable Object>> actual) {}
}
