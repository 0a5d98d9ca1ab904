package dev.lakelight.runtime;

import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.dbutils.Widgets;
import dev.lakelight.lake.Activity;
import dev.lakelight.lake.Lake;

/**
 * What the notebook of a run shares with all that it calls by {@code %run}.
 *
 * @param session for SQL and for {@code spark}
 * @param widgets parameters and widgets
 * @param objects for Java and Scala cells
 * @param java Java variables, imports and classes
 * @param scala Scala values, imports and classes
 * @param activity of the lake, told of every cell
 */
record RunScope(
        RunSession session,
        Widgets widgets,
        CellObjects objects,
        JavaInterpreter java,
        ScalaInterpreter scala,
        Activity activity)
        implements AutoCloseable {

    static RunScope of(RunSession session, Widgets widgets, DBUtils dbutils, Lake lake) {
        CellObjects objects = CellObjects.open(session, dbutils, lake);
        return new RunScope(
                session,
                widgets,
                objects,
                new JavaInterpreter(objects),
                new ScalaInterpreter(objects),
                lake.activity());
    }

    @Override
    public void close() {
        java.close();
        scala.close();
        objects.close();
    }
}
