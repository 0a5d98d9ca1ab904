package dev.lakelight.verdict;

import static java.util.stream.Collectors.joining;

import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules by which a run is RED. Each returns the sentences that it finds. */
final class VerdictRules {

    /** How many tests or breakdowns are named; the others are counted. */
    static final int NAMED = 3;

    /** Exit codes above this tell the signal that ended the process, on Unix. */
    private static final int SIGNAL_BASE = 128;

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private VerdictRules() {}

    /** Return all reasons to be RED, those first that explain others. */
    static List<String> reasons(SuiteResult suite, RunFacts run) {
        return Stream.of(
                        ending(run),
                        commit(run),
                        breakdowns(suite),
                        completeness(suite),
                        tests(suite, TestStatus.LOST),
                        tests(suite, TestStatus.ERROR),
                        tests(suite, TestStatus.FAILED),
                        emptiness(suite))
                .flatMap(reasons -> reasons)
                .toList();
    }

    private static Stream<String> ending(RunFacts run) {
        if (run.timeLimit() != null) {
            return Stream.of(
                    "The suite was stopped because it took longer than %s.".formatted(spoken(run.timeLimit())));
        }

        if (run.exitCode() == null) {
            return Stream.of("The run was cancelled.");
        }

        return run.exitCode() == 0 ? Stream.empty() : Stream.of(badExit(run.exitCode()));
    }

    private static String badExit(int code) {
        String signal =
                code > SIGNAL_BASE && code < 2 * SIGNAL_BASE ? " (signal %d)".formatted(code - SIGNAL_BASE) : "";
        return "The suite JVM ended with exit code %d%s.".formatted(code, signal);
    }

    private static Stream<String> commit(RunFacts run) {
        String tested = run.testedCommit();
        String branch = run.branchCommit();
        return tested == null || branch == null || tested.equals(branch)
                ? Stream.empty()
                : Stream.of("The tests ran on commit %s, but the branch is at %s.".formatted(tested, branch));
    }

    private static Stream<String> breakdowns(SuiteResult suite) {
        List<String> all = suite.breakdowns();
        int more = all.size() - NAMED;
        Stream<String> named = all.stream().limit(NAMED).map(VerdictRules::oneLine);
        return more <= 0 ? named : Stream.concat(named, Stream.of("%d more things broke down.".formatted(more)));
    }

    private static Stream<String> completeness(SuiteResult suite) {
        if (suite.finishedAt() != null) {
            return Stream.empty();
        }

        return Stream.of(suite.startedAt() == null ? "The suite never started." : "The suite never finished.");
    }

    private static Stream<String> tests(SuiteResult suite, TestStatus status) {
        List<TestResult> tests =
                suite.tests().stream().filter(test -> test.status() == status).toList();
        return tests.isEmpty()
                ? Stream.empty()
                : Stream.of("%s %s: %s.".formatted(counted(tests.size()), ended(status, tests.size()), named(tests)));
    }

    private static String counted(int tests) {
        return tests == 1 ? "1 test" : tests + " tests";
    }

    private static String ended(TestStatus status, int tests) {
        return switch (status) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case ERROR -> "ended in an error";
            case SKIPPED -> tests == 1 ? "was skipped" : "were skipped";
            case LOST -> tests == 1 ? "was lost" : "were lost";
        };
    }

    private static String named(List<TestResult> tests) {
        String names =
                tests.stream().limit(NAMED).map(test -> name(test.identity())).collect(joining(", "));
        int more = tests.size() - NAMED;
        return more <= 0 ? names : "%s and %d more".formatted(names, more);
    }

    private static String name(TestIdentity test) {
        String place = test.source() == null ? "" : " (%s)".formatted(test.source());
        return oneLine("%s > %s%s".formatted(test.suite(), test.name(), place));
    }

    /** Names are whatever users write; a reason is a line. */
    private static String oneLine(String text) {
        return LINE_BREAKS.matcher(text).replaceAll(" ");
    }

    private static Stream<String> emptiness(SuiteResult suite) {
        Counts counts = Counts.of(suite.tests());

        if (counts.total() == 0) {
            return Stream.of("No test ran: the suite found none.");
        }

        return counts.total() == counts.skipped()
                ? Stream.of("No test ran: %s %s."
                        .formatted(counted(counts.total()), ended(TestStatus.SKIPPED, counts.total())))
                : Stream.empty();
    }

    private static String spoken(Duration limit) {
        return limit.toSeconds() % 60 == 0 && limit.toMinutes() > 0
                ? limit.toMinutes() + " min"
                : limit.toSeconds() + " s";
    }
}
