package dev.lakelight.notebook;

import java.util.List;
import java.util.stream.Stream;

/**
 * A line of a cell's text.
 *
 * @param text the line without what marks it as part of a notebook
 * @param fileLine 1-based line in the file
 * @param columns where its columns are in that line
 */
record CellLine(String text, int fileLine, Columns columns) {

    /** Cut a text that is in no file yet. */
    static List<CellLine> of(String text) {
        return Stream.of(text.split("\n", -1)).map(line -> at(1, line)).toList();
    }

    /** Return a line that is the whole line of a file. */
    static CellLine at(int fileLine, String text) {
        return new CellLine(text, fileLine, column -> column);
    }

    /** Return the line without its first characters. */
    CellLine cut(int length) {
        return new CellLine(text.substring(length), fileLine, column -> columns.inFile(column + length));
    }

    /** Turns a column of a line's text into the column in the file, both 1-based. */
    @FunctionalInterface
    interface Columns {

        int inFile(int column);
    }
}
