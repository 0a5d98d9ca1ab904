package dev.lakelight.workspace.driver;

import dev.lakelight.job.run.TaskValue;
import java.util.List;

/**
 * What came of a task.
 *
 * @param run as {@link dev.lakelight.result.ModuleRunJson} writes it
 * @param values that tasks of the run have set, its own among them
 */
public record TaskResult(String run, List<TaskValue> values) {}
