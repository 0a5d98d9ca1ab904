package dev.lakelight.generate;

import dev.lakelight.problem.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many rows are to be generated, by which seed, and what they must be like beyond what their table says. Immutable. The same
 * seed gives the same rows for the same table, on any machine.
 *
 * <pre>{@code
 * GeneratedRows.of(100)
 *         .withSeed(7)
 *         .withKey("id")
 *         .withReference("customer_id", "bronze.customers", "id")
 *         .withValues("status", "open", "paid")
 *         .withRange("amount", "0.01", 100)
 *         .withNulls("note", 0.5)
 * }</pre>
 */
public final class GeneratedRows {

    private static final long FIRST_SEED = 1;

    private final int count;
    private final long seed;
    private final List<List<String>> keys;
    private final List<Reference> references;
    private final Map<String, List<@Nullable Object>> values;
    private final Map<String, Range> ranges;
    private final Map<String, Double> nulls;

    private GeneratedRows(Draft draft) {
        this.count = draft.count;
        this.seed = draft.seed;
        this.keys = List.copyOf(draft.keys);
        this.references = List.copyOf(draft.references);
        this.values = Collections.unmodifiableMap(draft.values);
        this.ranges = Collections.unmodifiableMap(draft.ranges);
        this.nulls = Collections.unmodifiableMap(draft.nulls);
    }

    /**
     * Generate so many rows, by the seed 1.
     *
     * @throws UserError when the number is negative
     */
    public static GeneratedRows of(int count) {
        if (count < 0) {
            throw new UserError("%d rows cannot be generated.".formatted(count));
        }

        return new GeneratedRows(new Draft(count));
    }

    /** Return other rows: each seed has its own. */
    public GeneratedRows withSeed(long newSeed) {
        Draft draft = draft();
        draft.seed = newSeed;
        return new GeneratedRows(draft);
    }

    /** Let no two rows have the same values in these columns. The primary key of a table needs no mention. */
    public GeneratedRows withKey(String... columns) {
        Draft draft = draft();
        draft.keys.add(List.of(columns));
        return new GeneratedRows(draft);
    }

    /** Take the values of a column from one of another table, which has rows already. Declared foreign keys need no mention. */
    public GeneratedRows withReference(String column, String table, String tableColumn) {
        return withReference(List.of(column), table, List.of(tableColumn));
    }

    /** Take the values of some columns, together, from a row of another table. */
    public GeneratedRows withReference(List<String> columns, String table, List<String> tableColumns) {
        Draft draft = draft();
        draft.references.add(new Reference(columns, table, tableColumns));
        return new GeneratedRows(draft);
    }

    /** Take the values of a column from these, written as in data files: {@code "2011-12-09"} will do for a DATE. */
    public GeneratedRows withValues(String column, @Nullable Object... some) {
        Draft draft = draft();
        draft.values.put(column, Collections.unmodifiableList(new ArrayList<>(Arrays.asList(some))));
        return new GeneratedRows(draft);
    }

    /** Keep the values of a column of numbers, dates or times between two, which count as well, written as in data files. */
    public GeneratedRows withRange(String column, Object least, Object most) {
        Draft draft = draft();
        draft.ranges.put(column, new Range(least, most));
        return new GeneratedRows(draft);
    }

    /**
     * Let a column be NULL in such a share of the rows that follow the edge values; 0 for never.
     *
     * @param share from 0 to 1
     * @throws UserError when it is not
     */
    public GeneratedRows withNulls(String column, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new UserError("%s cannot be NULL in a share of %s. Accepted are 0 to 1.".formatted(column, share));
        }

        Draft draft = draft();
        draft.nulls.put(column, share);
        return new GeneratedRows(draft);
    }

    /** Return how many rows. */
    public int count() {
        return count;
    }

    /** Return the seed. */
    public long seed() {
        return seed;
    }

    /** Return what a failure should say: {@code 100 rows generated with seed 7}. */
    @Override
    public String toString() {
        return "%d %s generated with seed %d".formatted(count, count == 1 ? "row" : "rows", seed);
    }

    List<List<String>> keys() {
        return keys;
    }

    List<Reference> references() {
        return references;
    }

    Map<String, List<@Nullable Object>> values() {
        return values;
    }

    Map<String, Range> ranges() {
        return ranges;
    }

    Map<String, Double> nulls() {
        return nulls;
    }

    /**
     * The ends of a range.
     *
     * @param least as it was written
     * @param most as it was written
     */
    record Range(Object least, Object most) {}

    private Draft draft() {
        Draft draft = new Draft(count);
        draft.seed = seed;
        draft.keys.addAll(keys);
        draft.references.addAll(references);
        draft.values.putAll(values);
        draft.ranges.putAll(ranges);
        draft.nulls.putAll(nulls);
        return draft;
    }

    private static final class Draft {

        private final int count;
        private final List<List<String>> keys = new ArrayList<>();
        private final List<Reference> references = new ArrayList<>();
        private final Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
        private final Map<String, Range> ranges = new LinkedHashMap<>();
        private final Map<String, Double> nulls = new LinkedHashMap<>();
        private long seed = FIRST_SEED;

        private Draft(int count) {
            this.count = count;
        }
    }
}
