package dev.lakelight.difference;

import org.jspecify.annotations.Nullable;

/** Shortens long cells: by their middle, or to where two of them differ. The length is said. */
public final class Abbreviation {

    /** Longest cell that is shown in full, in characters. */
    static final int LONGEST = 80;

    private static final int BEFORE_DIFFERENCE = 20;

    private Abbreviation() {}

    /** Keep both ends. */
    public static @Nullable String middle(@Nullable String text) {
        if (text == null || text.length() <= LONGEST) {
            return text;
        }

        int half = LONGEST / 2;
        String end = text.substring(boundary(text, text.length() - half));
        return "%s...(%d characters)...%s".formatted(text.substring(0, boundary(text, half)), text.length(), end);
    }

    /** Keep what is around the first character in which {@code text} differs from {@code other}. */
    static @Nullable String difference(@Nullable String text, @Nullable String other) {
        if (text == null || other == null || Math.max(text.length(), other.length()) <= LONGEST || text.equals(other)) {
            return middle(text);
        }

        int start = boundary(text, Math.max(0, firstDifference(text, other) - BEFORE_DIFFERENCE));
        int end = boundary(text, Math.min(text.length(), start + LONGEST));
        String prefix = start == 0 ? "" : "...";
        String suffix = end == text.length() ? "" : "...";
        return "%s%s%s (%d characters)".formatted(prefix, text.substring(start, end), suffix, text.length());
    }

    private static int firstDifference(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        int same = 0;

        while (same < shorter && text.charAt(same) == other.charAt(same)) {
            same++;
        }

        return same;
    }

    /** Never cut a surrogate pair in two. */
    private static int boundary(String text, int at) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }
}
