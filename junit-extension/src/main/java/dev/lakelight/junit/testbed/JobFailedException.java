package dev.lakelight.junit.testbed;

import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TaskRun;
import java.util.List;
import java.util.stream.Collectors;

/** A job failed that was to succeed. The message tells which of its tasks did not, and why. */
public final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private JobFailedException(String message) {
        super(message);
    }

    /** Create an exception for a failed run which a file asked for. */
    public static JobFailedException of(JobRun run, SourceLocation askedFor) {
        return new JobFailedException("%s: the job '%s' (%s) ended with %s.\n%s"
                .formatted(askedFor, run.name(), run.source(), run.state(), text(run)));
    }

    /** Return why tasks of a job did not succeed, each with its key and state. */
    public static List<String> reasons(JobRun run) {
        return run.tasks().stream()
                .filter(task -> task.state().failed())
                .map(JobFailedException::reason)
                .toList();
    }

    private static String text(JobRun run) {
        return reasons(run).stream().map("- "::concat).collect(Collectors.joining("\n"));
    }

    private static String reason(TaskRun task) {
        Problem problem = task.problem();
        return "%s %s%s".formatted(task.key(), task.state(), problem == null ? "" : ": " + problem.message());
    }
}
