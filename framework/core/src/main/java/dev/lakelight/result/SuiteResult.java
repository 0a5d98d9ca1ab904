package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a whole suite run, complete or not.
 *
 * @param startedAt when the suite JVM began, or null when it left no word
 * @param finishedAt when it said that it was done, or null when it never did
 * @param versions what ran, by name: {@code spark}, {@code delta}, {@code java}, {@code junit}, {@code lakelight}
 * @param clusters what was started, in order
 * @param tests every planned test, lost ones included
 * @param breakdowns what went wrong outside of tests, each a reason to be RED: a lost executor, an unreadable event log
 */
public record SuiteResult(
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Map<String, String> versions,
        List<ClusterStart> clusters,
        List<TestResult> tests,
        List<String> breakdowns) {

    public SuiteResult {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        clusters = List.copyOf(clusters);
        tests = List.copyOf(tests);
        breakdowns = List.copyOf(breakdowns);
    }

    /**
     * One cluster that served the suite.
     *
     * @param description what it is, as in the log: {@code 2 executor processes, 1 core each}
     * @param executors number of executor processes; 0 when embedded
     * @param startMillis time from asking to usable
     */
    public record ClusterStart(String description, int executors, long startMillis) {

        public ClusterStart {
            requireNonNull(description, "description");
        }
    }
}
