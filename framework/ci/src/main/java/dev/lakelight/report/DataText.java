package dev.lakelight.report;

/** Values from tables, written so that what is hard to see is seen. */
final class DataText {

    private static final int LIMIT = 500;

    private DataText() {}

    /**
     * Return a value in one line: with quotes where it is empty, has spaces at its ends, or reads like a SQL NULL; line feeds
     * and tabs as {@code \n} and {@code \t}.
     */
    static String of(String value) {
        String line = PlainText.visible(value).replace("\n", "\\n").replace("\t", "\\t");
        String shown = PlainText.cut(line, LIMIT);
        boolean needsQuotes = !value.strip().equals(value) || value.isEmpty() || value.equalsIgnoreCase("null");
        return needsQuotes ? "\"" + shown + "\"" : shown;
    }
}
