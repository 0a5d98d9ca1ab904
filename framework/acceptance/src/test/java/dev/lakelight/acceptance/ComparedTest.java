package dev.lakelight.acceptance;

import dev.lakelight.result.Problem;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What must be the same of a test wherever it was run.
 *
 * @param identity its id, kind, suite, name with its configuration, and place
 * @param status how it ended
 * @param failure why, in words; empty when it passed, and when it was skipped, as the reasons for that are others here and there
 * @param differences of tables
 */
record ComparedTest(TestIdentity identity, TestStatus status, String failure, List<TableDifference> differences) {

    /** What is told on this machine only, as the chapter on Databricks says. */
    private static final List<UnaryOperator<String>> ONLY_HERE = List.of(
            text -> text.replaceAll("\n  last written by [^\n]*", ""),
            text -> text.replaceAll("(There is no table \\S+ in the lake\\.)[^\n]*", "$1"),
            text -> text.replaceAll(
                    "(more than once|expected|not true: [^\n]*|is not in [^\n]*):\n\n(  [^\n]*\n?)+", "$1\n"),
            text -> text.replaceAll("(?s)(SQLSTATE: \\w+)\nCaused by: .*", "$1"));

    /** Where a person can look at it, and where notebooks and files are, which is elsewhere for each run. */
    private static final List<UnaryOperator<String>> OF_A_PLACE = List.of(
            text -> text.replaceAll("\nhttp://127\\.0\\.0\\.1\\S+", ""),
            text -> text.replaceAll("Users/\\S+/code/", ""),
            text -> text.replaceAll("file:/\\S+/landing/", "landing/"));

    static Stream<ComparedTest> of(SuiteResult result) {
        return result.tests().stream()
                .map(ComparedTest::of)
                .sorted(Comparator.comparing(test -> test.identity().id()));
    }

    private static ComparedTest of(TestResult test) {
        return new ComparedTest(
                test.identity(),
                test.status(),
                test.status() == TestStatus.SKIPPED ? "" : common(test.problem()),
                test.differences().stream().map(ComparedTest::common).toList());
    }

    private static String common(Problem problem) {
        String text = problem == null ? "" : problem.message();

        for (UnaryOperator<String> removal :
                Stream.concat(ONLY_HERE.stream(), OF_A_PLACE.stream()).toList()) {
            text = removal.apply(text);
        }

        return text.strip();
    }

    /** Attached rows and the last write are known on this machine only. */
    private static TableDifference common(TableDifference difference) {
        return new TableDifference(
                difference.table(),
                difference.expectation(),
                difference.schemaTree(),
                difference.columns(),
                difference.key(),
                difference.rows(),
                List.of(),
                difference.missing(),
                difference.unexpected(),
                difference.changed(),
                null);
    }

    /** Return whether a test is one of these files of scenarios. */
    static Predicate<ComparedTest> isIn(String... files) {
        return test -> Stream.of(files).anyMatch(test.identity.suite()::endsWith);
    }

    String name() {
        return identity.name();
    }

    /** Return whether it is written in Java; those are not run on a workspace. */
    boolean isJava() {
        return identity.kind() == TestKind.JUNIT;
    }

    boolean wasSkipped() {
        return status == TestStatus.SKIPPED;
    }
}
