package dev.lakelight.difference;

import dev.lakelight.result.TableDifference.RowDifference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the texts of a differing row to what people can take in; of a changed one so that the change is still seen. */
public final class ShortRow {

    private ShortRow() {}

    /** Return the row with long texts cut. */
    public static RowDifference of(RowDifference row) {
        List<@Nullable String> expected = row.expected();
        List<@Nullable String> actual = row.actual();
        return expected == null || actual == null
                ? new RowDifference(row.kind(), middle(expected), middle(actual), row.count())
                : new RowDifference(
                        row.kind(), difference(expected, actual), difference(actual, expected), row.count());
    }

    private static @Nullable List<@Nullable String> middle(@Nullable List<@Nullable String> cells) {
        if (cells == null) {
            return null;
        }

        List<@Nullable String> shortened = new ArrayList<>(cells);
        shortened.replaceAll(Abbreviation::middle);
        return shortened;
    }

    private static List<@Nullable String> difference(List<@Nullable String> cells, List<@Nullable String> others) {
        List<@Nullable String> shortened = new ArrayList<>(cells);

        for (int i = 0; i < shortened.size(); i++) {
            shortened.set(i, Abbreviation.difference(cells.get(i), others.get(i)));
        }

        return shortened;
    }
}
