package dev.lakelight.runtime;

import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.python.PythonException;
import dev.lakelight.python.PythonResult;
import dev.lakelight.result.SourceLocation;

/** Says of a Python cell what became of it, as other languages do. */
final class PythonCell {

    private final CellPlace place;
    private final DBUtils dbutils;

    PythonCell(CellPlace place, DBUtils dbutils) {
        this.place = place;
        this.dbutils = dbutils;
    }

    void end(PythonResult result) {
        switch (result.kind()) {
            case OK -> {}
            case EXIT, QUIT -> dbutils.notebook.exit(result.message());
            case SYNTAX -> throw RunErrors.doesNotCompile(place, lineOfCell(result), result.message());
            case ERROR -> throw failed(result);
            case DIED -> throw RunErrors.pythonDied(place);
        }
    }

    private CellFailedException failed(PythonResult result) {
        PythonException thrown = new PythonException(result);
        SourceLocation location = result.line() == 0 ? place.firstLine() : place.location(lineOfCell(result));
        return new CellFailedException(place, location, thrown);
    }

    private int lineOfCell(PythonResult result) {
        return Math.max(1, result.line() - place.cell().fileLine(1) + 1);
    }
}
