package dev.lakelight.compare;

import dev.lakelight.difference.DifferenceText;
import dev.lakelight.result.LastWrite;
import dev.lakelight.result.TableDifference;
import java.util.ArrayList;
import java.util.List;

/**
 * Two tables that are not the same.
 *
 * @param difference what differs, as much of it as people want to see
 * @param notes what else is to be said: how many rows there are, how they were paired
 */
public record Mismatch(TableDifference difference, List<String> notes) {

    public Mismatch {
        notes = List.copyOf(notes);
    }

    static Mismatch ofSchemas(String table, String expectation, List<String> tree) {
        return new Mismatch(
                new TableDifference(
                        table, expectation, tree, List.of(), List.of(), List.of(), List.of(), 0, 0, 0, null),
                List.of());
    }

    /** Return the same with what made the last commit of the table that was looked at. */
    public Mismatch lastWrittenBy(LastWrite write) {
        List<String> more = new ArrayList<>(notes);
        more.add("last written by " + write.describe());
        return new Mismatch(difference.lastWrittenBy(write), more);
    }

    /** Return several lines for consoles: a sentence, the notes, and a table or a tree of the differences. */
    public String text() {
        return DifferenceText.of(difference, notes);
    }
}
