package dev.lakelight.generate;

import dev.lakelight.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Draws rows until each keeps all keys and constraints.
 *
 * @param shape of the table
 * @param wish of the user
 * @param draft draws values
 * @param checks of rows
 * @param keys that no two rows share
 * @param foreignKeys and what they may refer to
 */
record RowSearch(
        TableShape shape,
        GeneratedRows wish,
        RowDraft draft,
        RowChecks checks,
        List<UniqueKey> keys,
        List<ForeignKey> foreignKeys) {

    private static final int MOST_TRIES = 1000;

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();

        for (int number = 0; number < wish.count(); number++) {
            Row row = row(number);
            keys.forEach(key -> key.settle(row));
            foreignKeys.forEach(key -> key.settle(row));
            rows.add(row);
        }

        return rows;
    }

    private Row row(int number) {
        Set<String> problems = new TreeSet<>();

        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Row row = candidate(number, attempt);
            List<String> found = problems(row);

            if (found.isEmpty()) {
                return row;
            }

            problems.addAll(found);
        }

        throw new UserError("""
                Row %d of %d of %s was not found in %d tries (seed %d). In the way were %s.
                Name values or a range for their columns (withValues, withRange; in a scenario values, ranges), or ask for fewer rows.""".formatted(
                number + 1, wish.count(), shape.name(), MOST_TRIES, wish.seed(), String.join(" and ", problems)));
    }

    private Row candidate(int number, int attempt) {
        @Nullable Object[] values = draft.row(number, attempt);

        for (ForeignKey key : foreignKeys) {
            key.fill(values, number, draft.draw().of("references of " + key.columns(), number, attempt));
        }

        return RowFactory.create(values);
    }

    private List<String> problems(Row row) {
        Stream<String> taken = keys.stream().filter(key -> key.isTakenBy(row)).map(UniqueKey::toString);
        return Stream.concat(taken, checks.brokenBy(row).stream().map(this::constraint))
                .toList();
    }

    private String constraint(String name) {
        Map<String, String> conditions = shape.checks();
        return "the constraint %s (%s)".formatted(name, conditions.get(name));
    }
}
