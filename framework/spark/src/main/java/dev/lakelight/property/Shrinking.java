package dev.lakelight.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/**
 * Makes the tables of a failed trial as small as can be while it fails: rows are left out in halves, quarters and so on to single
 * ones (Zeller, Hildebrandt: Simplifying and isolating failure-inducing input, 2002), then values become simpler. Foreign keys,
 * unique keys and constraints hold all the time: what refers to a row goes with it.
 */
final class Shrinking {

    private final Predicate<List<GeneratedTable>> fails;
    private final int mostTries;
    private List<GeneratedTable> smallest;
    private int tries;

    /**
     * Prepare to shrink.
     *
     * @param failing the tables of the trial
     * @param fails whether the check fails in the same way with other tables
     * @param mostTries how often to ask
     */
    Shrinking(List<GeneratedTable> failing, Predicate<List<GeneratedTable>> fails, int mostTries) {
        this.smallest = failing;
        this.fails = fails;
        this.mostTries = mostTries;
    }

    /** Return the smallest tables that were found. */
    List<GeneratedTable> smallest() {
        boolean smaller = true;

        while (smaller && tries < mostTries) {
            smaller = leaveRowsOut();
            smaller |= simplifyValues();
        }

        return smallest;
    }

    /** Return how often the check was run. */
    int tries() {
        return tries;
    }

    /** Return whether there was more to try. */
    boolean isCutShort() {
        return tries >= mostTries;
    }

    private boolean leaveRowsOut() {
        boolean any = false;

        for (int table = smallest.size() - 1; table >= 0; table--) {
            any |= leaveRowsOut(table);
        }

        return any;
    }

    private boolean leaveRowsOut(int table) {
        int before = size(table);

        for (int count = Math.max(1, size(table)); count >= 1; count /= 2) {
            int first = 0;

            while (first < size(table)) {
                boolean taken = take(table, smallest.get(table).without(first, count));
                first += taken ? 0 : count;
            }
        }

        return size(table) < before;
    }

    private boolean simplifyValues() {
        boolean any = false;

        for (int table = 0; table < smallest.size(); table++) {
            for (int row = 0; row < size(table); row++) {
                for (int column = 0;
                        column < smallest.get(table).generator().schema().size();
                        column++) {
                    any |= simplify(table, row, column);
                }
            }
        }

        return any;
    }

    private boolean simplify(int index, int row, int column) {
        GeneratedTable table = smallest.get(index);
        String name = table.generator().schema().apply(column).name();

        if (new Links(smallest).isReferredTo(table, name)) {
            return false;
        }

        boolean any = false;

        while (simplifyOnce(index, row, column)) {
            any = true;
        }

        return any;
    }

    private boolean simplifyOnce(int index, int row, int column) {
        GeneratedTable table = smallest.get(index);

        for (Row simpler : table.generator().simpler(table.rows().get(row), column)) {
            GeneratedTable changed = table.with(row, simpler);

            if (table.generator().allows(changed.rows()) && take(index, changed)) {
                return true;
            }
        }

        return false;
    }

    /** Go on with a smaller table if the check still fails. */
    private boolean take(int index, GeneratedTable table) {
        List<GeneratedTable> tables = new ArrayList<>(smallest);
        tables.set(index, table);
        List<GeneratedTable> candidate = new Links(tables).kept();

        if (tries >= mostTries) {
            return false;
        }

        tries++;
        boolean taken = fails.test(candidate);
        smallest = taken ? candidate : smallest;
        return taken;
    }

    private int size(int table) {
        return smallest.get(table).rows().size();
    }
}
