package dev.lakelight.runtime;

import dev.lakelight.cluster.CellClasses;
import dev.lakelight.interpreter.CancellableCode;
import dev.lakelight.interpreter.CompilerClassPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/**
 * Runs Java cells with JShell: variables, imports, methods and classes stay for the cells that follow. JShell is started when
 * the first Java cell is met.
 */
final class JavaInterpreter implements AutoCloseable {

    /** What every Java cell has imported. */
    static final List<String> IMPORTS = List.of(
            "import java.util.*;",
            "import org.apache.spark.sql.*;",
            "import static org.apache.spark.sql.functions.*;",
            "import static " + CellFunctions.class.getName() + ".*;");

    private final CellObjects objects;
    private final CompilerFiles files = new CompilerFiles();
    private @Nullable Engine engine;

    JavaInterpreter(CellObjects objects) {
        this.objects = objects;
    }

    void run(CellPlace place, CellOutput output) {
        if (engine == null) {
            engine = start(place);
        }

        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(engine.loader);

        try {
            JavaCell cell = new JavaCell(engine, place, output);
            CancellableCode.run(cell::run);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Engine start(CellPlace place) {
        if (ToolProvider.getSystemJavaCompiler() == null) {
            throw RunErrors.noCompiler(place);
        }

        CellClassLoader loader = CellClassLoader.under(
                Thread.currentThread().getContextClassLoader(),
                CellClasses.of(objects.spark().sparkContext()));
        SnippetControl control = new SnippetControl(loader);
        JShell shell = JShell.builder()
                .executionEngine(control.provider(), Map.of())
                .fileManager(files::take)
                .compilerOptions("-classpath", CompilerClassPath.of(loader), "-proc:none")
                .build();
        Engine started = new Engine(shell, control, loader, new SnippetPlaces(), loader.shareVariables());
        Stream.concat(IMPORTS.stream(), objects.declareInJava().stream()).forEach(started::declare);
        return started;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.shell.close();
            engine.end.run();
            files.giveBack();
        }
    }

    /** JShell with what belongs to it. */
    record Engine(JShell shell, SnippetControl control, CellClassLoader loader, SnippetPlaces places, Runnable end) {

        /** Evaluate a declaration of our own. */
        void declare(String source) {
            for (SnippetEvent event : shell.eval(source)) {
                Optional<Throwable> thrown = control.takeThrown();

                if (event.exception() != null || event.status() != Snippet.Status.VALID) {
                    throw new IllegalStateException(
                            "Cannot prepare Java cells: %s %s".formatted(source, diagnostics(event)),
                            thrown.orElse(null));
                }
            }
        }

        private List<String> diagnostics(SnippetEvent event) {
            return shell.diagnostics(event.snippet())
                    .map(diagnostic -> diagnostic.getMessage(null))
                    .toList();
        }
    }
}
