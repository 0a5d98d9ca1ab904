package dev.lakelight.job.run;

import dev.lakelight.problem.ThrownText;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;

/** Turns what keeps a task from success into values for the record. */
final class JobProblems {

    private JobProblems() {}

    static Problem of(Throwable failure, SourceLocation task) {
        String message = ThrownText.message(failure);
        SourceLocation place =
                failure instanceof UserError error ? error.location().orElse(task) : task;
        return new Problem(
                failure.getClass().getName(),
                message.isEmpty() ? failure.getClass().getSimpleName() : message,
                failure instanceof UserError ? "" : ThrownText.trace(failure),
                place);
    }

    static Problem of(String type, String message, SourceLocation task) {
        return new Problem(type, message, "", task);
    }
}
