package dev.lakelight.maven;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * What the project is: the part of Maven's model that the goals work on.
 *
 * @param name as the build shows it
 * @param baseDirectory of the module
 * @param buildDirectory everything that is generated goes below it
 * @param classes where the module's own classes are
 * @param testClasses where the module's own test classes are
 * @param testClassPath as Maven orders it
 * @param artifacts versions on the test class path, by {@code groupId:artifactId}
 * @param userProperties what the user typed with {@code -D}, by name
 * @param projectProperties what the POM defines, by name
 * @param buildStart when this build began; tells its results from those of an earlier one
 */
record ProjectFacts(
        String name,
        Path baseDirectory,
        Path buildDirectory,
        Path classes,
        Path testClasses,
        List<Path> testClassPath,
        Map<String, String> artifacts,
        Map<String, String> userProperties,
        Map<String, String> projectProperties,
        Instant buildStart) {

    ProjectFacts {
        requireNonNull(name, "name");
        requireNonNull(baseDirectory, "baseDirectory");
        requireNonNull(buildDirectory, "buildDirectory");
        requireNonNull(classes, "classes");
        requireNonNull(testClasses, "testClasses");
        requireNonNull(buildStart, "buildStart");
        testClassPath = List.copyOf(testClassPath);
        artifacts = Map.copyOf(artifacts);
        userProperties = Map.copyOf(userProperties);
        projectProperties = Map.copyOf(projectProperties);
    }

    static ProjectFacts of(MavenProject project, MavenSession session) {
        return new ProjectFacts(
                project.getName(),
                project.getBasedir().toPath(),
                Path.of(project.getBuild().getDirectory()),
                Path.of(project.getBuild().getOutputDirectory()),
                Path.of(project.getBuild().getTestOutputDirectory()),
                testClassPathOf(project),
                artifactsOf(project),
                asMap(session.getUserProperties()),
                asMap(project.getProperties()),
                session.getStartTime().toInstant());
    }

    /** Find the version of a dependency. */
    Optional<String> version(String groupId, String artifactId) {
        return Optional.ofNullable(artifacts.get(groupId + ":" + artifactId));
    }

    private static List<Path> testClassPathOf(MavenProject project) {
        try {
            return project.getTestClasspathElements().stream().map(Path::of).toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new IllegalStateException("Maven has not resolved the test class path of " + project.getName(), e);
        }
    }

    private static Map<String, String> artifactsOf(MavenProject project) {
        Map<String, String> versions = new TreeMap<>();

        for (Artifact artifact : project.getArtifacts()) {
            versions.put(artifact.getGroupId() + ":" + artifact.getArtifactId(), artifact.getBaseVersion());
        }
        return versions;
    }

    private static Map<String, String> asMap(Properties properties) {
        Map<String, String> map = new TreeMap<>();

        for (String name : properties.stringPropertyNames()) {
            map.put(name, properties.getProperty(name));
        }
        return map;
    }
}
