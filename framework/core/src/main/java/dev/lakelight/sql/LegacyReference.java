package dev.lakelight.sql;

/** The legacy references <code>${name}</code> and {@code $name}, which are replaced in the text before it is parsed. */
final class LegacyReference {

    private LegacyReference() {}

    /** Return the offset behind the reference that begins at the offset, or -1 when there is none: it stays on its line. */
    static int endAt(String text, int offset) {
        if (!text.startsWith("${", offset)) {
            return -1;
        }

        int end = offset + 2;

        while (end < text.length() && "}{'\"\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }

        boolean closed = end < text.length() && text.charAt(end) == '}';
        return closed && !nameAt(text, offset, end).isEmpty() ? end + 1 : -1;
    }

    /** Return the offset behind {@code $name} that begins at the offset, or -1 when no name follows. */
    static int endOfBareAt(String text, int offset) {
        int end = offset + 1;

        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }

        return end == offset + 1 ? -1 : end;
    }

    private static String nameAt(String text, int start, int close) {
        return text.substring(start + 2, close).strip();
    }

    /** Return the name in a reference, without white space around it. */
    static String nameIn(String reference) {
        return nameAt(reference, 0, reference.length() - 1);
    }
}
