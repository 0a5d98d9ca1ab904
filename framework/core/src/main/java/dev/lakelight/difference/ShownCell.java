package dev.lakelight.difference;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows a cell so that no two different ones look alike. */
public final class ShownCell {

    /** Columns of changed rows show both values between these. */
    private static final String CHANGED = "[%s -> %s]";

    private ShownCell() {}

    /** Return NULL for null; the text itself, or in quotes when it would be taken for something else. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "NULL";
        }

        return isPlain(text) ? text : JsonString.quote(text);
    }

    /** Return both values, or the one when they are the same. */
    static String of(@Nullable String expected, @Nullable String actual) {
        if (expected == null ? actual == null : expected.equals(actual)) {
            return of(expected);
        }

        return expected != null && actual != null && lookAlike(expected, actual)
                ? CHANGED.formatted(JsonString.quoteAscii(expected), JsonString.quoteAscii(actual))
                : CHANGED.formatted(of(expected), of(actual));
    }

    private static boolean lookAlike(String left, String right) {
        return Normalizer.normalize(left, Normalizer.Form.NFKC)
                .equals(Normalizer.normalize(right, Normalizer.Form.NFKC));
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.strip().length() == text.length()
                && !text.toUpperCase(Locale.ROOT).equals("NULL")
                && text.charAt(0) != '"'
                && text.codePoints().allMatch(JsonString::isVisible);
    }
}
