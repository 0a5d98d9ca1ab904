package dev.lakelight.maven;

import static java.util.Objects.requireNonNull;

import dev.lakelight.report.LogText;
import dev.lakelight.report.Report;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the goal {@code verify} found.
 *
 * @param report all that is told, the verdict included
 * @param environmentIsBroken whether it is RED because the suite could not be run as it should, whatever the tests found
 */
record Judgement(Report report, boolean environmentIsBroken) {

    private static final Set<TestStatus> FAILURES = EnumSet.of(TestStatus.FAILED, TestStatus.ERROR);
    private static final int LONGEST_LINE = 300;

    Judgement {
        requireNonNull(report, "report");
    }

    boolean isGreen() {
        return report.verdict().isGreen();
    }

    /** Return why it is RED, for the error that ends the build. */
    String message(Path page) {
        List<String> lines = new ArrayList<>();
        lines.add(environmentIsBroken ? "The suite could not be run:" : "The suite is RED:");
        report.verdict().reasons().forEach(reason -> lines.add("  " + reason));
        firstFailure().ifPresent(failure -> lines.add("  The first of them: " + failure));
        lines.add("Report: " + page);
        return String.join("\n", lines);
    }

    private Optional<String> firstFailure() {
        return report.suite().tests().stream()
                .filter(test -> FAILURES.contains(test.status()))
                .map(TestResult::problem)
                .filter(Objects::nonNull)
                .flatMap(problem -> problem.message().lines().limit(1))
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…")
                .map(LogText::harmless)
                .findFirst();
    }
}
