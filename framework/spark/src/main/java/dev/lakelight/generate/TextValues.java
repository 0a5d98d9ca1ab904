package dev.lakelight.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Texts.
 *
 * @param minLength in characters as SQL counts them, code points
 * @param maxLength in characters as well
 */
record TextValues(int minLength, int maxLength) implements ColumnValues {

    /** Longer than what Delta keeps of a text in its statistics, and than most columns of databases are. */
    private static final int LONG = 5000;

    private static final int LONGEST_WORD = 12;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789 -_äß€";

    private static final List<String> EDGES = List.of(
            "",
            " ",
            "a",
            "x".repeat(LONG),
            "NULL",
            " a ",
            "it's \"quoted\", \\ and `ticked`",
            "line\nbreak\r\n\tand\u0000control\u001b",
            "ÄÖÜß İı",
            "e\u0301 is not \u00e9",
            "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udc67",
            "\u202eright to left \u05d0",
            "${x} {{y}} %s <b>",
            "1e5");

    static TextValues any() {
        return new TextValues(0, Integer.MAX_VALUE);
    }

    TextValues lengthBetween(int least, int most) {
        int newMin = Math.max(least, minLength);
        int newMax = Math.min(most, maxLength);
        return newMin > newMax ? this : new TextValues(newMin, newMax);
    }

    @Override
    public List<@Nullable Object> edges() {
        return new ArrayList<>(EDGES.stream().map(this::fitting).distinct().toList());
    }

    @Override
    public Object random(Random random) {
        int length = 1 + random.nextInt(LONGEST_WORD);
        StringBuilder text = new StringBuilder();

        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }

        return fitting(text.toString());
    }

    @Override
    public List<Object> simpler(Object value) {
        String text = (String) value;
        int length = text.codePointCount(0, text.length());
        List<Object> simpler = new ArrayList<>();

        for (int shorter = minLength; shorter < length; shorter = shorter + Math.max(1, (length - shorter + 1) / 2)) {
            simpler.add(start(text, shorter));
        }

        simpler.add("a".repeat(length));
        simpler.removeIf(value::equals);
        return simpler.stream().distinct().toList();
    }

    private String fitting(String text) {
        int length = text.codePointCount(0, text.length());
        return length > maxLength ? start(text, maxLength) : text + "x".repeat(Math.max(0, minLength - length));
    }

    private static String start(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, length));
    }
}
