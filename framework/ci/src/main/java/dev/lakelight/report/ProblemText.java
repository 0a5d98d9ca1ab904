package dev.lakelight.report;

import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TestResult;

/** A test's problem as plain text: what, where, and the trace where there is one. */
final class ProblemText {

    private ProblemText() {}

    static String of(TestResult test) {
        Problem problem = test.problem();

        if (problem == null) {
            return "The test was planned or started, and never heard of again.";
        }

        StringBuilder text = new StringBuilder();
        SourceLocation location = problem.location();
        FailedCell.of(test)
                .ifPresent(cell -> text.append("In ").append(cell.place()).append('\n'));

        if (location != null) {
            text.append("At ").append(location).append('\n');
        }

        return text.append(body(problem)).toString();
    }

    private static String body(Problem problem) {
        return problem.trace().contains(problem.message()) && !problem.trace().isEmpty()
                ? problem.trace()
                : (problem.message() + "\n" + problem.trace()).strip();
    }
}
