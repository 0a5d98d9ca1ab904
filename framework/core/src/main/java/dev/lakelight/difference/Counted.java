package dev.lakelight.difference;

import java.util.List;
import java.util.stream.Collectors;

/** Numbers and lists in sentences. */
public final class Counted {

    private static final int MOST = 20;

    private Counted() {}

    /** Return such as {@code 1 row}, {@code 2 rows}, {@code no rows}. */
    public static String of(long count, String noun) {
        if (count == 0) {
            return "no %ss".formatted(noun);
        }

        return count == 1 ? "1 " + noun : "%d %ss".formatted(count, noun);
    }

    /** Return such as {@code 1 was expected}. */
    public static String wereExpected(long count) {
        if (count == 0) {
            return "none was expected";
        }

        return count == 1 ? "1 was expected" : "%d were expected".formatted(count);
    }

    /** Return lines that follow a sentence; nothing when there are none. */
    public static String lines(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }

        String more = lines.size() > MOST ? "\n  ... and %d more".formatted(lines.size() - MOST) : "";
        return lines.stream().limit(MOST).collect(Collectors.joining("\n  ", ":\n  ", more));
    }

    /** Return names in a sentence, {@code none} when there are none. */
    public static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
