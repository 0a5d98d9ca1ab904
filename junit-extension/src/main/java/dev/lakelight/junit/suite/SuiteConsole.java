package dev.lakelight.junit.suite;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestOutcome;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the suite JVM prints: a line for each test as it ends, and each failure once. */
final class SuiteConsole {

    private static final int LONGEST_FAILURE = 6_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\r\t]]");

    private final PrintStream out;
    private final Set<String> told = new HashSet<>();

    SuiteConsole(PrintStream out) {
        this.out = out;
    }

    static SuiteConsole standard() {
        return new SuiteConsole(System.out);
    }

    /** Print how a test ended. */
    synchronized void ended(TestIdentity test, TestOutcome outcome) {
        print("%-5s %s  (%s)".formatted(word(outcome), name(test), seconds(outcome.duration())));
        Problem problem = outcome.problem();

        if (problem != null && told.add(problem.type() + problem.message())) {
            print(shortened(problem.message()).indent(6).stripTrailing());
        }
    }

    /** Print what has been running for a while. */
    synchronized void running(TestIdentity test, Duration since) {
        print("...   %s  (running for %s)".formatted(name(test), seconds(since)));
    }

    /** Print why the suite cannot go on; with a stack trace when that is nobody's known mistake. */
    synchronized void broken(Throwable error) {
        if (error instanceof UserError || error instanceof EnvironmentError) {
            print("BROKEN " + error.getMessage());
        } else {
            print("BROKEN The suite JVM failed. This is a bug of Lakelight, please report it.");
            error.printStackTrace(out);
        }
    }

    void flush() {
        out.flush();
    }

    /** Names and data are not ours: nothing in them may steer the terminal. */
    private void print(String text) {
        out.println(CONTROL.matcher(text).replaceAll("\uFFFD"));
    }

    private static String name(TestIdentity test) {
        return test.suite() + " > " + test.name();
    }

    private static String word(TestOutcome outcome) {
        return switch (outcome.status()) {
            case PASSED -> "PASS";
            case FAILED, ERROR, LOST -> "FAIL";
            case SKIPPED -> "SKIP";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FAILURE
                ? text
                : text.substring(0, LONGEST_FAILURE)
                        + "\n... cut after %d characters; the report has it all".formatted(LONGEST_FAILURE);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
