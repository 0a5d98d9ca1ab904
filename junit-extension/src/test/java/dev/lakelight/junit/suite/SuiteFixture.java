package dev.lakelight.junit.suite;

import dev.lakelight.suite.SuiteRequest;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Requests for the classes of this module that are meant to be run by a suite. */
final class SuiteFixture {

    private SuiteFixture() {}

    static SuiteRequest request(Path project, String tag) {
        return request(project, tag, Map.of());
    }

    static SuiteRequest request(Path project, String tag, Map<String, String> properties) {
        return new SuiteRequest(
                project,
                project.resolve("target"),
                log(project),
                List.of(testClasses()),
                List.of(project.resolve("src/test/lakelight")),
                List.of(project.resolve("pipelines")),
                List.of(tag),
                Map.of(),
                false,
                properties);
    }

    static Path log(Path project) {
        return project.resolve("target/events.jsonl");
    }

    private static Path testClasses() {
        try {
            return Path.of(SuiteFixture.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
