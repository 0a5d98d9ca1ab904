package dev.lakelight.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a {@link SuiteResult} from one event after the other. */
final class SuiteAssembly {

    private final Map<String, TestAssembly> tests = new LinkedHashMap<>();
    private final List<SuiteResult.ClusterStart> clusters = new ArrayList<>();
    private final List<String> breakdowns = new ArrayList<>();
    private Map<String, String> versions = Map.of();
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private boolean beginningMissed;

    void breakdown(String reason) {
        breakdowns.add(reason);
    }

    SuiteResult result() {
        List<TestResult> results =
                tests.values().stream().map(TestAssembly::result).toList();
        return new SuiteResult(startedAt, finishedAt, versions, clusters, results, breakdowns);
    }

    void add(Event event) throws InconsistentEvent {
        checkOrder(event);

        if (event instanceof Event.TestPlanned planned) {
            plan(planned.test());
        } else if (event instanceof Event.TestStarted started) {
            start(started);
        } else if (event instanceof Event.ModuleRan ran) {
            known(ran.test()).add(ran.run());
        } else if (event instanceof Event.JobRan ran) {
            known(ran.test()).add(ran.run());
        } else if (event instanceof Event.TestFinished finished) {
            known(finished.test()).finish(finished.outcome());
        } else {
            addOfSuite(event);
        }
    }

    private void addOfSuite(Event event) {
        if (event instanceof Event.SuiteStarted started) {
            startedAt = started.at();
            versions = started.versions();
        } else if (event instanceof Event.ClusterStarted started) {
            clusters.add(started.cluster());
        } else if (event instanceof Event.ExecutorLost lost) {
            breakdown("An executor was lost: " + lost.description());
        } else if (event instanceof Event.Breakdown broken) {
            breakdown(broken.reason());
        } else if (event instanceof Event.SuiteFinished finished) {
            finishedAt = finished.at();
        }
    }

    private void checkOrder(Event event) throws InconsistentEvent {
        if (event instanceof Event.SuiteStarted) {
            checkFirst();
        } else if (finishedAt != null && !(event instanceof Event.ExecutorLost || event instanceof Event.Breakdown)) {
            throw new InconsistentEvent("the suite has finished");
        } else if (startedAt == null && !beginningMissed) {
            beginningMissed = true;
            breakdown("The event log does not begin with the start of the suite.");
        }
    }

    private void checkFirst() throws InconsistentEvent {
        if (startedAt != null) {
            throw new InconsistentEvent("the suite has started already");
        }

        if (beginningMissed) {
            throw new InconsistentEvent("the suite starts after other events");
        }
    }

    private void plan(TestIdentity test) throws InconsistentEvent {
        if (tests.putIfAbsent(test.id(), new TestAssembly(test)) != null) {
            throw new InconsistentEvent("test %s is known already".formatted(test.id()));
        }
    }

    private void start(Event.TestStarted started) throws InconsistentEvent {
        TestIdentity test = started.test();
        tests.computeIfAbsent(test.id(), id -> new TestAssembly(test)).start(test, started.at());
    }

    private TestAssembly known(String id) throws InconsistentEvent {
        return Optional.ofNullable(tests.get(id))
                .orElseThrow(() -> new InconsistentEvent("test %s was neither planned nor started".formatted(id)));
    }
}
