package dev.lakelight.sql;

/** Line and column of an offset in a text; both 1-based, columns in UTF-16 units. */
final class TextLines {

    private final String text;

    TextLines(String text) {
        this.text = text;
    }

    int line(int offset) {
        int line = 1;

        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }

        return line;
    }

    int column(int offset) {
        return offset - (offset == 0 ? -1 : text.lastIndexOf('\n', offset - 1));
    }
}
