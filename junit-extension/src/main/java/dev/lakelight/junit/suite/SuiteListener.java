package dev.lakelight.junit.suite;

import dev.lakelight.junit.testbed.RunRecorder;
import dev.lakelight.result.EventLogWriter;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes what JUnit tells into the event log. Containers do not appear there: when one fails or is skipped, each of its tests
 * that did not run does so too, and when it has none, it takes the place of a test.
 */
final class SuiteListener implements TestExecutionListener {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final EventLogWriter log;
    private final SuiteConsole console;
    private final TestIdentities identities;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Set<String> planned = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Set<String> breakdowns = ConcurrentHashMap.newKeySet();
    private volatile @Nullable TestPlan plan;

    SuiteListener(Path baseDirectory, EventLogWriter log, SuiteConsole console) {
        this.log = log;
        this.console = console;
        this.identities = new TestIdentities(baseDirectory);
    }

    /** Return who writes down what happens inside of tests. */
    RunRecorder.Listener recorder() {
        return new Recorder();
    }

    /** Write down why the suite or its environment broke, each reason once. */
    void breakdown(Throwable error) {
        if (breakdowns.add(String.valueOf(error.getMessage()))) {
            log.breakdown(Failures.summary(error));
            console.broken(error);
        }
    }

    /** Return whether something other than a test went wrong. */
    boolean environmentIsBroken() {
        return !breakdowns.isEmpty();
    }

    /** Print the tests that have been running for a while. */
    void tellWhatRuns() {
        running.values().stream()
                .filter(test -> test.time().compareTo(LONG) > 0)
                .forEach(test -> console.running(test.identity(), test.time()));
    }

    @Override
    public void testPlanExecutionStarted(TestPlan newPlan) {
        plan = newPlan;
        newPlan.getRoots().stream()
                .flatMap(root -> newPlan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .forEach(test -> plan(identity(test)));
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        if (test.isTest()) {
            plan(identity(test));
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            start(identity(test));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        testsIn(test).forEach(skipped -> end(skipped, TestOutcome.skipped(reason)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            end(identity(test), outcome(identity(test), result));
        } else if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            testsIn(test).forEach(missed -> end(missed, outcome(missed, result)));
        }
    }

    /** The tests of a container that have not ended, or the container itself when there are none. */
    private List<TestIdentity> testsIn(TestIdentifier container) {
        List<TestIdentity> open = requirePlan().getDescendants(container).stream()
                .filter(TestIdentifier::isTest)
                .filter(test -> !ended.contains(identity(test).id()))
                .map(this::identity)
                .toList();
        return open.isEmpty() ? List.of(identity(container)) : open;
    }

    /** A container that takes the place of a test has not been planned before. */
    private void plan(TestIdentity test) {
        if (planned.add(test.id())) {
            log.testPlanned(test);
        }
    }

    private void start(TestIdentity test) {
        Running started = new Running(test, Instant.now());
        running.put(test.id(), started);
        log.testStarted(test, started.since());
    }

    private void end(TestIdentity test, TestOutcome outcome) {
        if (!ended.add(test.id())) {
            return;
        }

        plan(test);
        running.remove(test.id());
        log.testFinished(test.id(), outcome);
        console.ended(test, outcome);
    }

    private TestOutcome outcome(TestIdentity test, TestExecutionResult result) {
        Running started = running.get(test.id());
        Duration time = started == null ? Duration.ZERO : started.time();
        result.getThrowable().flatMap(Failures::environmentError).ifPresent(this::breakdown);
        return Failures.outcome(test, result, time);
    }

    private TestIdentity identity(TestIdentifier test) {
        return identities.of(test, requirePlan());
    }

    private TestPlan requirePlan() {
        TestPlan known = plan;

        if (known == null) {
            throw new IllegalStateException("JUnit told of a test before it told of its plan");
        }

        return known;
    }

    /** A test that has started and not ended. */
    private record Running(TestIdentity identity, Instant since) {

        Duration time() {
            return Duration.between(since, Instant.now());
        }
    }

    private final class Recorder implements RunRecorder.Listener {

        @Override
        public void moduleRan(String testId, ModuleRun run) {
            String id = identities.idOf(testId);

            if (planned.contains(id)) {
                log.moduleRun(id, run);
            }
        }

        @Override
        public void jobRan(String testId, JobRun run) {
            String id = identities.idOf(testId);

            if (planned.contains(id)) {
                log.jobRun(id, run);
            }
        }

        @Override
        public void clusterStarted(SuiteResult.ClusterStart start) {
            log.clusterStarted(start);
        }

        @Override
        public void executorLost(String description) {
            log.executorLost(description);
        }
    }
}
