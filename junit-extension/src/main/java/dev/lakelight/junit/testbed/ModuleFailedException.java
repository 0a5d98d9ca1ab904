package dev.lakelight.junit.testbed;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.runtime.NotebookRun;

/** A module failed that was to succeed. The message tells which, and why; the cause is what the module failed with. */
public final class ModuleFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private ModuleFailedException(String message, NotebookRun run) {
        super(message, run.failure().orElse(null));
    }

    /** Create an exception for a failed run. */
    public static ModuleFailedException of(NotebookRun run) {
        return new ModuleFailedException(message(run), run);
    }

    /** Create an exception for a failed run which a file asked for. */
    public static ModuleFailedException of(NotebookRun run, SourceLocation askedFor) {
        return new ModuleFailedException("%s: %s".formatted(askedFor, message(run)), run);
    }

    private static String message(NotebookRun run) {
        return "%s failed.\n%s".formatted(run.record().module(), Reasons.text(run));
    }
}
