package dev.lakelight.junit.engine;

import dev.lakelight.difference.JobRunMessages;
import dev.lakelight.junit.testbed.JobFailedException;
import dev.lakelight.junit.testbed.ModuleFailedException;
import dev.lakelight.junit.testbed.Reasons;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.runtime.NotebookRun;
import java.util.List;
import java.util.Optional;

/**
 * How a step of a scenario ended.
 *
 * @param name of the module or job, as messages show it
 * @param failure to throw when it was to succeed; empty when it did
 * @param reasons why it failed; empty when it succeeded
 * @param exitValue of a module
 * @param job its record when it was one
 */
record StepEnd(
        String name,
        Optional<RuntimeException> failure,
        List<String> reasons,
        Optional<String> exitValue,
        Optional<JobRun> job) {

    static StepEnd of(NotebookRun run, SourceLocation askedFor) {
        Optional<RuntimeException> failure =
                run.succeeded() ? Optional.empty() : Optional.of(ModuleFailedException.of(run, askedFor));
        return new StepEnd(run.record().module(), failure, Reasons.of(run), run.exitValue(), Optional.empty());
    }

    static StepEnd of(JobRun run, SourceLocation askedFor) {
        Optional<RuntimeException> failure =
                run.state().succeeded() ? Optional.empty() : Optional.of(JobFailedException.of(run, askedFor));
        return new StepEnd(
                "the job '%s'".formatted(run.name()),
                failure,
                JobRunMessages.reasons(run),
                Optional.empty(),
                Optional.of(run));
    }

    boolean succeeded() {
        return failure.isEmpty();
    }
}
