package dev.lakelight.maven;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Projects for tests. */
final class ProjectFactsFixture {

    static final Instant BUILD_START = Instant.parse("2026-11-22T10:15:30Z");

    static ProjectFacts project(Path baseDirectory) {
        return project(baseDirectory, Map.of());
    }

    static ProjectFacts project(Path baseDirectory, Map<String, String> artifacts) {
        return new ProjectFacts(
                "Retail",
                baseDirectory,
                baseDirectory.resolve("target"),
                baseDirectory.resolve("target/classes"),
                baseDirectory.resolve("target/test-classes"),
                List.of(),
                artifacts,
                Map.of(),
                Map.of(),
                BUILD_START);
    }

    private ProjectFactsFixture() {}
}
