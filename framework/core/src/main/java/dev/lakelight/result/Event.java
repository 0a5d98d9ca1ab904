package dev.lakelight.result;

import java.time.Instant;
import java.util.Map;

/** One line of an event log. */
sealed interface Event {

    record SuiteStarted(int schema, Instant at, Map<String, String> versions) implements Event {}

    record ClusterStarted(SuiteResult.ClusterStart cluster) implements Event {}

    record ExecutorLost(String description) implements Event {}

    record Breakdown(String reason) implements Event {}

    record TestPlanned(TestIdentity test) implements Event {}

    record TestStarted(TestIdentity test, Instant at) implements Event {}

    record ModuleRan(String test, ModuleRun run) implements Event {}

    record JobRan(String test, JobRun run) implements Event {}

    record TestFinished(String test, TestOutcome outcome) implements Event {}

    record SuiteFinished(Instant at) implements Event {}
}
