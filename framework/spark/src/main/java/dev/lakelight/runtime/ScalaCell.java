package dev.lakelight.runtime;

import dev.lakelight.dbutils.NotebookExit;
import dev.lakelight.interpreter.ScalaCompileError;
import dev.lakelight.interpreter.ScalaShell;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scala.runtime.ScalaRunTime;

/** Runs the code of one Scala cell. */
final class ScalaCell {

    /** So many elements of a collection are shown, as many as Scala's own shell shows. */
    private static final int SHOWN_ELEMENTS = 1_000;

    private final ScalaShell shell;
    private final CellPlace place;
    private final ScalaPlaces places;

    ScalaCell(ScalaShell shell, CellPlace place, ScalaPlaces places) {
        this.shell = shell;
        this.place = place;
        this.places = places;
    }

    void run(CellOutput output) {
        Object value = value();

        if (value != null) {
            output.println(ScalaRunTime.stringOf(value, SHOWN_ELEMENTS));
        }
    }

    private @Nullable Object value() {
        try {
            return shell.run(places.label(place), place.cell().text());
        } catch (ScalaCompileError e) {
            throw RunErrors.doesNotCompile(place, e);
        } catch (NotebookExit exit) {
            throw exit;
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    private CellFailedException failed(Throwable thrown) {
        int line = places.lineIn(place, thrown).orElse(1);
        SourceLocation location = line == 1 ? place.firstLine() : place.location(line);
        Optional<UserError> explained = TaskErrors.ofScala(thrown);

        if (explained.isPresent()) {
            return new CellFailedException(place, location, explained.get());
        }

        places.rewrite(thrown);
        String message = places.inNotebook(CellFailedException.messageOf(thrown));
        return new CellFailedException(place, location, message, thrown);
    }
}
