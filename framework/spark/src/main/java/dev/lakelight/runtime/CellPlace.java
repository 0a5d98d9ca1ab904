package dev.lakelight.runtime;

import dev.lakelight.lake.Activity;
import dev.lakelight.notebook.Cell;
import dev.lakelight.notebook.Notebook;
import dev.lakelight.result.SourceLocation;

/** A cell of a notebook, and how messages name places in it. */
record CellPlace(Notebook notebook, Cell cell) {

    /** Return where a line of the cell's text is, 1-based. */
    SourceLocation location(int line) {
        return notebook.location(cell, line);
    }

    /** Return what the lake is told of it. */
    Activity.Work work() {
        return new Activity.Work(cell.number(), cell.title().orElse(null), firstLine());
    }

    SourceLocation firstLine() {
        return new SourceLocation(notebook.file(), cell.line());
    }

    /** Return a place in the file as messages show it: {@code pipelines/a.sql:7 (cell 3)}. */
    String describe(SourceLocation location) {
        return "%s (cell %d)".formatted(location, cell.number());
    }

    String describe(int line) {
        return describe(location(line));
    }

    String describe(int line, int column) {
        return "%s:%d (cell %d)".formatted(location(line), cell.fileColumn(line, column), cell.number());
    }
}
