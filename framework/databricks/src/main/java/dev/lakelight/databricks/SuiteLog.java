package dev.lakelight.databricks;

import dev.lakelight.result.EventLogWriter;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestOutcome;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Tells what becomes of tests: to the event log, as a suite on this machine does, and to people. Used by one thread. */
final class SuiteLog {

    private static final int LONGEST_FAILURE = 6_000;

    private final EventLogWriter events;
    private final Consumer<String> out;
    private final Set<String> ended = new HashSet<>();

    SuiteLog(EventLogWriter events, Consumer<String> out) {
        this.events = events;
        this.out = out;
    }

    void planned(TestIdentity test) {
        events.testPlanned(test);
    }

    boolean hasEnded(TestIdentity test) {
        return ended.contains(test.id());
    }

    void started(TestIdentity test, Instant at) {
        events.testStarted(test, at);
    }

    void ran(TestIdentity test, ModuleRun run) {
        events.moduleRun(test.id(), run);
    }

    void ran(TestIdentity test, JobRun run) {
        events.jobRun(test.id(), run);
    }

    void ended(TestIdentity test, TestOutcome outcome) {
        ended.add(test.id());
        events.testFinished(test.id(), outcome);
        line("%-5s %s > %s  (%s)"
                .formatted(
                        word(outcome),
                        test.suite(),
                        test.name(),
                        String.format(Locale.ROOT, "%.1f s", outcome.duration().toMillis() / 1000.0)));
        Problem problem = outcome.problem();

        if (problem != null) {
            shortened(problem.message()).indent(6).stripTrailing().lines().forEach(this::line);
        }
    }

    void broken(String reason) {
        events.breakdown(reason);
        line("BROKEN " + reason);
    }

    void line(String text) {
        out.accept(text);
    }

    private static String word(TestOutcome outcome) {
        return switch (outcome.status()) {
            case PASSED -> "PASS";
            case FAILED, ERROR, LOST -> "FAIL";
            case SKIPPED -> "SKIP";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE) + "\n... cut";
    }
}
