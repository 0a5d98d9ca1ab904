package dev.lakelight.suite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the forked suite JVM is asked to do. Paths are absolute.
 *
 * @param baseDirectory of the project's module
 * @param buildDirectory everything that is generated goes below it
 * @param eventLog file to write the results to, see {@link dev.lakelight.result.EventLog}
 * @param testClassDirectories where JUnit tests are looked for
 * @param scenarioRoots folders which are searched for scenario files
 * @param notebookRoots folders which are searched for notebook tests
 * @param includeTags only JUnit tests with one of these tags are run; all when empty
 * @param clusterProperties {@code lakelight.cluster}, {@code lakelight.executors} and the like, by name
 * @param keep whether lakes are kept for a look at them
 * @param properties system properties to set before anything else, in order
 */
public record SuiteRequest(
        Path baseDirectory,
        Path buildDirectory,
        Path eventLog,
        List<Path> testClassDirectories,
        List<Path> scenarioRoots,
        List<Path> notebookRoots,
        List<String> includeTags,
        Map<String, String> clusterProperties,
        boolean keep,
        Map<String, String> properties) {

    public SuiteRequest {
        requireNonNull(baseDirectory, "baseDirectory");
        requireNonNull(buildDirectory, "buildDirectory");
        requireNonNull(eventLog, "eventLog");
        testClassDirectories = List.copyOf(testClassDirectories);
        scenarioRoots = List.copyOf(scenarioRoots);
        notebookRoots = List.copyOf(notebookRoots);
        includeTags = List.copyOf(includeTags);
        clusterProperties = Collections.unmodifiableMap(new LinkedHashMap<>(clusterProperties));
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
