package dev.lakelight.report;

import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
import java.util.ArrayList;
import java.util.List;

/** How reports speak of table differences. */
final class DifferenceWording {

    private DifferenceWording() {}

    static String kind(Kind kind) {
        return switch (kind) {
            case MISSING -> "missing";
            case UNEXPECTED -> "unexpected";
            case CHANGED -> "changed";
        };
    }

    /** Return how many rows differ in which way, or that the schemas do. */
    static String totals(TableDifference difference) {
        if (!difference.schemaTree().isEmpty()) {
            return "other schema";
        }

        List<String> parts = new ArrayList<>();
        add(parts, difference.missing(), "missing");
        add(parts, difference.unexpected(), "unexpected");
        add(parts, difference.changed(), "changed");
        return String.join(", ", parts) + (difference.total() == 1 ? " row" : " rows");
    }

    /** Return how many differing rows are not shown; empty when all are. */
    static String notShown(TableDifference difference) {
        long shown = difference.rows().stream().mapToLong(RowDifference::count).sum();
        long hidden = difference.total() - shown;
        return hidden <= 0
                ? ""
                : "%s shown, %s not.".formatted(Wording.count(shown, "differing row"), Wording.number(hidden));
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(Wording.number(count) + " " + word);
        }
    }
}
