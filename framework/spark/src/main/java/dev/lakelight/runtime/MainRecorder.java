package dev.lakelight.runtime;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.SourceLocation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a main method and records it like a cell. */
final class MainRecorder {

    private final MainClass main;
    private final List<String> arguments;
    private final SourceLocation source;
    private final CellOutput output;
    private Duration duration = Duration.ZERO;

    MainRecorder(MainClass main, List<String> arguments) {
        this.main = main;
        this.arguments = arguments;
        this.source = new SourceLocation(main.type().getName(), 0);
        this.output = new CellOutput(source);
    }

    void run() {
        long startedAt = System.nanoTime();

        try {
            output.collect(this::call);
        } finally {
            duration = Duration.ofNanos(System.nanoTime() - startedAt);
        }
    }

    private void call() {
        try {
            main.call(arguments);
        } catch (Throwable e) {
            throw sneaky(e);
        }
    }

    /** What main throws is what the run failed with, checked or not. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    CellRun cell(@Nullable Throwable failure) {
        return new CellRun(
                1,
                "java",
                null,
                source,
                "%s.main(%s)".formatted(main.type().getSimpleName(), String.join(", ", arguments)),
                failure == null ? Status.SUCCEEDED : Status.FAILED,
                duration,
                output.table(),
                output.text(),
                output.warnings(),
                failure == null ? null : Problems.of(failure));
    }
}
