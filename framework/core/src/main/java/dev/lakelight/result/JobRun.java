package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param name of the job
 * @param source where it is declared
 * @param configuration name of the configuration it ran under, or null
 * @param parameters of the job with the values that it ran with, in order
 * @param state how it ended
 * @param startedAt when it began
 * @param duration wall time
 * @param tasks in the order of the job file
 * @param schedule when Databricks would start it, or null
 * @param ignored settings of the job that have no effect here, such as {@code job_clusters}
 */
public record JobRun(
        String name,
        SourceLocation source,
        @Nullable String configuration,
        Map<String, String> parameters,
        RunState state,
        Instant startedAt,
        Duration duration,
        List<TaskRun> tasks,
        @Nullable Schedule schedule,
        List<String> ignored) {

    public JobRun {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
        requireNonNull(state, "state");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(duration, "duration");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tasks = List.copyOf(tasks);
        ignored = List.copyOf(ignored);
    }

    /** Return the modules that its tasks have run, task by task. */
    public List<ModuleRun> moduleRuns() {
        return tasks.stream().flatMap(TaskRun::moduleRuns).toList();
    }

    /** Return the warnings of the modules that its tasks have run. */
    public List<Warning> warnings() {
        return moduleRuns().stream().flatMap(run -> run.warnings().stream()).toList();
    }

    /** Return a task. */
    public Optional<TaskRun> task(String key) {
        return tasks.stream().filter(task -> task.key().equals(key)).findFirst();
    }
}
