package dev.lakelight.maven;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the user typed about the suite, on the command line or in the POM.
 *
 * @param cluster {@code lakelight.cluster}, {@code lakelight.executors} and the like, as far as they are set
 * @param tags of the JUnit tests that belong to the suite
 * @param scenarios folders with scenario files, relative to the base directory
 * @param notebooks folders with notebook tests, relative to the base directory
 * @param keep whether lakes are kept
 * @param timeout after which the suite is stopped
 * @param jvmOptions for the suite JVM, after those of the launch profile
 * @param systemProperties for the suite JVM, from the POM
 * @param environment variables for the suite JVM, beside those of the build
 */
record SuiteParameters(
        Map<String, String> cluster,
        List<String> tags,
        List<String> scenarios,
        List<String> notebooks,
        boolean keep,
        Duration timeout,
        List<String> jvmOptions,
        Map<String, String> systemProperties,
        Map<String, String> environment) {

    SuiteParameters {
        cluster = Map.copyOf(new TreeMap<>(cluster));
        tags = List.copyOf(tags);
        scenarios = List.copyOf(scenarios);
        notebooks = List.copyOf(notebooks);
        requireNonNull(timeout, "timeout");
        jvmOptions = List.copyOf(jvmOptions);
        systemProperties = Map.copyOf(systemProperties);
        environment = Map.copyOf(environment);
    }
}
