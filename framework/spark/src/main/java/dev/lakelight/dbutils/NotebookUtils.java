package dev.lakelight.dbutils;

import com.databricks.WorkflowException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** {@code dbutils.notebook}. */
public final class NotebookUtils {

    private final NotebookRunner runner;
    private volatile CommandContext context;
    private volatile @Nullable NotebookExit called;

    /** Create the object for one run. */
    NotebookUtils(NotebookRunner runner, CommandContext context) {
        this.runner = runner;
        this.context = context;
    }

    /**
     * Run another notebook, as Databricks' Scala interface has it.
     *
     * @param __databricksInternalClusterSpec of no effect
     */
    public String run(
            String path,
            int timeoutSeconds,
            scala.collection.Map<String, String> arguments,
            String __databricksInternalClusterSpec) {
        return run(path, timeoutSeconds, CollectionConverters.asJava(arguments));
    }

    /** Return what is known of the run. A notebook that was called by {@code %run} is told of its caller, as on Databricks. */
    public CommandContext getContext() {
        return context;
    }

    /** Let {@link #getContext} tell something else from now on. */
    public void setContext(CommandContext other) {
        context = other;
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("notebook", NotebookUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("notebook", NotebookUtils.class, method);
    }

    /** End the notebook with success. What was called with {@code %run} ends its caller as well, as in a job. */
    @SuppressWarnings("DoNotCallSuggester")
    public void exit(String value) {
        NotebookExit exit = new NotebookExit(value);
        called = exit;
        throw exit;
    }

    /** Return the exit that was called, also when the notebook's code has caught it. */
    Optional<NotebookExit> called() {
        return Optional.ofNullable(called);
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
     * @throws IllegalArgumentException when the timeout is negative
     */
    public String run(String path, int timeoutSeconds, Map<String, String> arguments) {
        if (timeoutSeconds < 0) {
            throw new IllegalArgumentException("The timeout of the notebook '%s' is %d s. Give 0 for no limit, or more."
                    .formatted(path, timeoutSeconds));
        }

        return runner.run(path, Duration.ofSeconds(timeoutSeconds), arguments);
    }

    /** Run another notebook from Scala. */
    public String run(String path, int timeoutSeconds, scala.collection.Map<String, String> arguments) {
        return run(path, timeoutSeconds, CollectionConverters.asJava(arguments));
    }
}
