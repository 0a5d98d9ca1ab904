package dev.lakelight.job.run;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

/** Turns what keeps a task from success into values for the record. */
final class JobProblems {

    private JobProblems() {}

    static Problem of(Throwable failure, SourceLocation task) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        SourceLocation place =
                failure instanceof UserError error ? error.location().orElse(task) : task;
        return new Problem(
                failure.getClass().getName(), message, failure instanceof UserError ? "" : trace(failure), place);
    }

    static Problem of(String type, String message, SourceLocation task) {
        return new Problem(type, message, "", task);
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
