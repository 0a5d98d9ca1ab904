package dev.lakelight.difference;

/** Writes text in double quotes with everything escaped that cannot be seen. */
public final class JsonString {

    private JsonString() {}

    /** Return the text in quotes. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    /** Return the text in quotes with everything but ASCII escaped. */
    static String quoteAscii(String text) {
        StringBuilder ascii = new StringBuilder();
        quote(text).codePoints().forEach(character -> {
            if (character < 0x7f) {
                ascii.appendCodePoint(character);
            } else {
                appendEscaped(ascii, character);
            }
        });
        return ascii.toString();
    }

    /** Return whether a character is shown as itself; control and format characters, odd blanks and lone surrogates are not. */
    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    private static void append(StringBuilder quoted, int character) {
        switch (character) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> appendVisible(quoted, character);
        }
    }

    private static void appendVisible(StringBuilder quoted, int character) {
        if (isVisible(character)) {
            quoted.appendCodePoint(character);
        } else {
            appendEscaped(quoted, character);
        }
    }

    private static void appendEscaped(StringBuilder quoted, int character) {
        for (char unit : Character.toChars(character)) {
            quoted.append("\\u%04x".formatted((int) unit));
        }
    }
}
