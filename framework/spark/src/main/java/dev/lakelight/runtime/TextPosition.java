package dev.lakelight.runtime;

/** A line and column in a text, both 1-based. */
record TextPosition(int line, int column) {

    static final TextPosition START = new TextPosition(1, 1);

    /** Return where a position within a text is, when that text begins here. */
    TextPosition plus(int innerLine, int innerColumn) {
        return innerLine == 1
                ? new TextPosition(line, column + innerColumn - 1)
                : new TextPosition(line + innerLine - 1, innerColumn);
    }

    /** Return the position of an offset in a text that begins here; an offset behind its end counts as its end. */
    TextPosition plusOffset(String text, int offset) {
        String before = text.substring(0, Math.max(0, Math.min(offset, text.length())));
        int lines = (int) before.chars().filter(character -> character == '\n').count();
        return plus(lines + 1, before.length() - before.lastIndexOf('\n'));
    }
}
