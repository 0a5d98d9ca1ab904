package dev.lakelight.difference;

import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TaskRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a job's run that did not end as a scenario expects it to, wherever it was run. */
public final class JobRunMessages {

    private JobRunMessages() {}

    /** Say which tasks of a job did not succeed, each with its key and state, and why. */
    public static List<String> reasons(JobRun run) {
        return run.tasks().stream()
                .filter(task -> task.state().failed())
                .map(JobRunMessages::reason)
                .toList();
    }

    private static String reason(TaskRun task) {
        Problem problem = task.problem();
        return "%s %s%s".formatted(task.key(), task.state(), problem == null ? "" : ": " + problem.message());
    }

    /** Say that a job failed that was to succeed, and by which tasks. */
    public static String failed(JobRun run, SourceLocation askedFor) {
        String tasks = reasons(run).stream().map("- "::concat).collect(Collectors.joining("\n"));
        return "%s: the job '%s' (%s) ended with %s.\n%s"
                .formatted(askedFor, run.name(), run.source(), run.state(), tasks);
    }

    /** Say of a task that has run a job that this did not succeed. */
    public static String otherJobFailed(JobRun run) {
        return "The job '%s' ended with %s.".formatted(run.name(), run.state());
    }

    /** Say of a for-each task which of its iterations did not succeed; nothing when all did. */
    public static Optional<String> iterationsFailed(List<TaskRun> iterations) {
        List<TaskRun> failed =
                iterations.stream().filter(run -> run.state().failed()).toList();

        if (failed.isEmpty()) {
            return Optional.empty();
        }

        Problem first = failed.get(0).problem();
        String reason = first == null
                ? ""
                : " The first, %s: %s".formatted(failed.get(0).key(), first.message());
        return Optional.of(
                "%d of %d iterations did not succeed.%s".formatted(failed.size(), iterations.size(), reason));
    }

    /** Say what is not as expected of the end of a task; nothing when it is. */
    public static Optional<String> unmet(JobRun run, String key, RunState expected) {
        Optional<TaskRun> task = run.task(key);
        return task.isEmpty()
                ? Optional.of(noTask(run, key))
                : task.filter(found -> found.state() != expected).map(found -> otherEnd(run, found, expected));
    }

    private static String noTask(JobRun run, String key) {
        List<String> keys = run.tasks().stream().map(TaskRun::key).toList();
        return "expected a task '%s' of the job '%s', but it has: %s."
                .formatted(key, run.name(), String.join(", ", keys));
    }

    private static String otherEnd(JobRun run, TaskRun task, RunState expected) {
        String reason = task.problem() == null ? "." : ":\n" + task.problem().message();
        return "expected the task '%s' of the job '%s' to end with %s, but it ended with %s%s"
                .formatted(task.key(), run.name(), expected, task.state(), reason);
    }
}
