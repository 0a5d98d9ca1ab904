package dev.lakelight.junit.testbed;

import static java.util.Objects.requireNonNull;

import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.lake.Fixture;
import dev.lakelight.project.ProjectFiles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test needs.
 *
 * @param testId unique id of the test, under which its module runs are recorded
 * @param name what the test is called, for the name of its lake
 * @param cluster on which it runs
 * @param files resolves the names that it uses
 * @param sparkSettings for its session
 * @param fixture that its lake is forked from, or null when that begins with nothing
 */
public record TestBedRequest(
        String testId,
        String name,
        ClusterSpec cluster,
        ProjectFiles files,
        Map<String, String> sparkSettings,
        @Nullable Fixture fixture) {

    public TestBedRequest {
        requireNonNull(testId, "testId");
        requireNonNull(name, "name");
        requireNonNull(cluster, "cluster");
        requireNonNull(files, "files");
        sparkSettings = Collections.unmodifiableMap(new LinkedHashMap<>(sparkSettings));
    }

    /** Need a lake that begins with nothing. */
    public TestBedRequest(
            String testId, String name, ClusterSpec cluster, ProjectFiles files, Map<String, String> sparkSettings) {
        this(testId, name, cluster, files, sparkSettings, null);
    }
}
