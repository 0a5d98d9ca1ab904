package dev.lakelight.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a suite was run.
 *
 * @param project name of the module whose suite it is
 * @param configuration what decided how it ran, by name and in order, such as {@code cluster} and {@code executors}; values of
 *     names that sound like secrets are not reported
 * @param wallTime from the start of the suite JVM to its end
 * @param host name of the machine
 */
public record RunInfo(String project, Map<String, String> configuration, Duration wallTime, String host) {

    public RunInfo {
        requireNonNull(project, "project");
        requireNonNull(wallTime, "wallTime");
        requireNonNull(host, "host");
        configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    }

    /** Return the info of a run on this machine. */
    public static RunInfo onThisHost(String project, Map<String, String> configuration, Duration wallTime) {
        return new RunInfo(project, configuration, wallTime, thisHost(System.getenv()));
    }

    // Not from the network: asking for the local host's name can take seconds where no name service answers.
    private static String thisHost(Map<String, String> environment) {
        return environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", "localhost"));
    }
}
