package dev.lakelight.runtime;

import dev.lakelight.dbutils.Widgets;
import dev.lakelight.lake.Activity;
import dev.lakelight.runtime.PythonInterpreter.PythonPlace;

/**
 * What the notebook of a run shares with all that it calls by {@code %run}.
 *
 * @param session for SQL and for {@code spark}
 * @param widgets parameters and widgets
 * @param objects for cells in other languages than SQL
 * @param java Java variables, imports and classes
 * @param scala Scala values, imports and classes
 * @param python Python names
 * @param activity of the lake, told of every cell
 */
record RunScope(
        RunSession session,
        Widgets widgets,
        CellObjects objects,
        JavaInterpreter java,
        ScalaInterpreter scala,
        PythonInterpreter python,
        Activity activity)
        implements AutoCloseable {

    static RunScope of(RunSession session, Widgets widgets, CellObjects objects, PythonPlace home) {
        return new RunScope(
                session,
                widgets,
                objects,
                new JavaInterpreter(objects),
                new ScalaInterpreter(objects),
                new PythonInterpreter(objects, home),
                objects.lake().activity());
    }

    @Override
    public void close() {
        java.close();
        scala.close();
        python.close();
        objects.close();
    }
}
