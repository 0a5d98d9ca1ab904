package dev.lakelight.runtime;

import dev.lakelight.cluster.CellClasses;
import dev.lakelight.interpreter.CancellableCode;
import dev.lakelight.interpreter.ScalaCompiler;
import dev.lakelight.interpreter.ScalaShell;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs Scala cells: values, imports, functions and classes stay for the cells that follow. Scala's compiler takes seconds to start
 * and does so when the first Scala cell is met.
 */
final class ScalaInterpreter implements AutoCloseable {

    /** What every Scala cell has imported: what Databricks imports, and the names that it has in every notebook. */
    private static final String IMPORTS = """
            import org.apache.spark.SparkContext._
            import spark.implicits._
            import spark.sql
            import org.apache.spark.sql.functions._
            import %s.{display, displayHTML}
            """.formatted(CellFunctions.class.getName());

    private final CellObjects objects;
    private final ScalaPlaces places = new ScalaPlaces();
    private @Nullable ScalaShell shell;

    ScalaInterpreter(CellObjects objects) {
        this.objects = objects;
    }

    void run(CellPlace place, CellOutput output) {
        if (shell == null) {
            shell = start(place);
        }

        ScalaCell cell = new ScalaCell(shell, place, places);
        within(shell, () -> cell.run(output));
    }

    private ScalaShell start(CellPlace place) {
        ClassLoader own = Objects.requireNonNull(ScalaInterpreter.class.getClassLoader());

        if (!ScalaCompiler.isKnownTo(own)) {
            throw RunErrors.noScala(place);
        }

        ScalaCompiler.otherVersion(own).ifPresent(version -> {
            throw RunErrors.otherScala(place, version);
        });

        ClassLoader context = Thread.currentThread().getContextClassLoader();
        CellClasses executors = CellClasses.of(objects.spark().sparkContext());
        ScalaShell started = ScalaShell.start(context == null ? own : context, executors::publish);
        within(started, () -> declare(started));
        return started;
    }

    private void declare(ScalaShell started) {
        try {
            started.run("lakelight", objects.declareInScala());
            started.run("lakelight", IMPORTS);
        } catch (Throwable e) {
            started.close();
            throw new IllegalStateException("Cannot prepare Scala cells: " + e.getMessage(), e);
        }
    }

    private static void within(ScalaShell shell, Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(shell.classLoader());

        try {
            CancellableCode.run(work);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        if (shell != null) {
            shell.close();
        }
    }
}
