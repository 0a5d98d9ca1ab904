package dev.lakelight.junit.suite;

import dev.lakelight.assertion.TableDifferenceError;
import dev.lakelight.junit.engine.ScenarioFailure;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.SecretFree;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import dev.lakelight.runtime.CellFailedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;

/** Makes outcomes of what tests have thrown. */
final class Failures {

    private Failures() {}

    static TestOutcome outcome(TestIdentity test, TestExecutionResult result, Duration time) {
        Throwable thrown = result.getThrowable().orElse(null);

        return switch (result.getStatus()) {
            case SUCCESSFUL -> TestOutcome.passed(time);
            case ABORTED -> TestOutcome.skipped(thrown == null ? "aborted" : message(thrown));
            case FAILED -> failed(test, Objects.requireNonNullElseGet(thrown, AssertionError::new), time);
        };
    }

    /** Return the error which says that the environment is to blame, when there is one; of several the first cause. */
    static Optional<EnvironmentError> environmentError(Throwable thrown) {
        return ThrownTree.of(thrown).all(EnvironmentError.class).stream().reduce((outer, inner) -> inner);
    }

    /** Return one or a few lines that say what is wrong. */
    static String summary(Throwable thrown) {
        boolean explained = thrown instanceof UserError || thrown instanceof EnvironmentError;
        return explained ? message(thrown) : "The suite JVM failed: " + thrown;
    }

    private static TestOutcome failed(TestIdentity test, Throwable thrown, Duration time) {
        TestStatus status = thrown instanceof AssertionError ? TestStatus.FAILED : TestStatus.ERROR;
        List<TableDifference> differences = ThrownTree.of(thrown).all(TableDifferenceError.class).stream()
                .map(TableDifferenceError::difference)
                .distinct()
                .toList();
        Problem problem = new Problem(SecretFree.typeOf(thrown), message(thrown), trace(thrown), place(test, thrown));
        return new TestOutcome(status, time, problem, differences);
    }

    private static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** What the error itself says, else the line of the test class that was on the stack, else where the test is declared. */
    private static @Nullable SourceLocation place(TestIdentity test, Throwable thrown) {
        return ThrownTree.of(thrown).members().stream()
                .flatMap(member -> place(member).stream())
                .findFirst()
                .or(() -> lineOfTestClass(test, thrown))
                .orElse(test.source());
    }

    private static Optional<SourceLocation> place(Throwable thrown) {
        if (thrown instanceof CellFailedException cell) {
            return Optional.of(cell.location());
        }

        if (thrown instanceof ScenarioFailure failure) {
            return Optional.of(failure.location());
        }

        return thrown instanceof UserError error ? error.location() : Optional.empty();
    }

    private static Optional<SourceLocation> lineOfTestClass(TestIdentity test, Throwable thrown) {
        SourceLocation source = test.source();
        return source == null
                ? Optional.empty()
                : Arrays.stream(thrown.getStackTrace())
                        .filter(frame -> frame.getClassName().equals(test.suite()))
                        .filter(frame -> frame.getLineNumber() > 0)
                        .findFirst()
                        .map(frame -> new SourceLocation(source.file(), frame.getLineNumber()));
    }
}
