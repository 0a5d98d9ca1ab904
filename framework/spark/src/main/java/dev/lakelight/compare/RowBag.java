package dev.lakelight.compare;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A multiset of rows which keeps a limited number of different ones; of all others it knows the number only. */
final class RowBag {

    private final Map<List<@Nullable Object>, Long> counts = new LinkedHashMap<>();
    private final int limit;
    private long total;
    private boolean cut;

    /** Keep at most {@code limit} different rows. */
    RowBag(int limit) {
        this.limit = limit;
    }

    static RowBag of(Iterator<List<@Nullable Object>> rows) {
        RowBag bag = new RowBag(Integer.MAX_VALUE);
        rows.forEachRemaining(row -> bag.add(row, 1));
        return bag;
    }

    void add(List<@Nullable Object> row, long count) {
        total += count;

        if (counts.size() < limit || counts.containsKey(row)) {
            counts.merge(row, count, Long::sum);
        } else {
            cut = true;
        }
    }

    /** Know of more rows than were added. */
    void countUpTo(long rows) {
        cut = rows > total;
        total = rows;
    }

    /** Return whether there are rows that are not kept. */
    boolean isCut() {
        return cut;
    }

    /** Take one row out, if there is one like it. */
    boolean take(List<@Nullable Object> row) {
        Long count = counts.get(row);

        if (count == null) {
            return false;
        }

        total--;

        if (count == 1) {
            counts.remove(row);
        } else {
            counts.put(row, count - 1);
        }

        return true;
    }

    /** Return the number of rows, kept or not, duplicates counted. */
    long total() {
        return total;
    }

    /** Return the kept rows, sorted. */
    List<CountedRow> rows() {
        return counts.entrySet().stream()
                .map(entry -> new CountedRow(entry.getKey(), entry.getValue()))
                .sorted(CanonicalOrder.OF_ROWS)
                .toList();
    }
}
