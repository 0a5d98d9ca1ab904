package dev.lakelight.dbutils;

import com.databricks.WorkflowException;
import java.time.Duration;
import java.util.Map;

/** Runs another notebook in a scope of its own. */
@FunctionalInterface
public interface NotebookRunner {

    /**
     * Run it and return its exit value; empty when it ends without one.
     *
     * @param path as the notebook wrote it
     * @param timeout how long it may take; zero for as long as it likes
     * @param arguments its parameters
     * @throws WorkflowException when it fails or takes too long
     */
    String run(String path, Duration timeout, Map<String, String> arguments);
}
