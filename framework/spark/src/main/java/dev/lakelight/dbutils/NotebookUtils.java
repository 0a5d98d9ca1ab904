package dev.lakelight.dbutils;

import java.time.Duration;
import java.util.Map;
import scala.jdk.javaapi.CollectionConverters;

/** {@code dbutils.notebook}. */
public final class NotebookUtils {

    private final NotebookRunner runner;

    /** Create the object for one run. */
    public NotebookUtils(NotebookRunner runner) {
        this.runner = runner;
    }

    /** End the notebook with success. What was called with {@code %run} ends its caller as well, as in a job. */
    @SuppressWarnings("DoNotCallSuggester")
    public void exit(String value) {
        throw new NotebookExit(value);
    }

    /** Run another notebook without parameters. */
    public String run(String path, int timeoutSeconds) {
        return run(path, timeoutSeconds, Map.of());
    }

    /**
     * Run another notebook: its widgets and temporary views are its own, tables are shared.
     *
     * @param path relative to the folder of the calling notebook, or absolute from the project's base directory; no extension
     * @param timeoutSeconds how long it may take; 0 for as long as it likes
     * @param arguments values for its widgets
     * @return its exit value; empty when it ends without one
     * @throws WorkflowException when it fails or takes too long
     */
    public String run(String path, int timeoutSeconds, Map<String, String> arguments) {
        return runner.run(path, Duration.ofSeconds(timeoutSeconds), arguments);
    }

    /** Run another notebook from Scala. */
    public String run(String path, int timeoutSeconds, scala.collection.Map<String, String> arguments) {
        return run(path, timeoutSeconds, CollectionConverters.asJava(arguments));
    }
}
