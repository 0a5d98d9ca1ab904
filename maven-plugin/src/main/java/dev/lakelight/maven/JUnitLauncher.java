package dev.lakelight.maven;

import dev.lakelight.problem.EnvironmentError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Brings the JUnit Platform's launcher, which users need not declare, in the version of the engines that they use. All that
 * it depends on comes with those.
 */
final class JUnitLauncher {

    private static final String GROUP = "org.junit.platform";
    private static final String LAUNCHER_CLASS = "org.junit.platform.launcher.Launcher";

    private final RepositorySystem repositorySystem;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    JUnitLauncher(
            RepositorySystem repositorySystem, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.repositorySystem = repositorySystem;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    /**
     * Return the launcher's jar; empty when the class path has it already.
     *
     * @throws EnvironmentError when there is no JUnit Platform to launch, or its launcher cannot be resolved
     */
    Optional<Path> missingFrom(TestClassPath classPath, ProjectFacts project) {
        if (classPath.contains(LAUNCHER_CLASS)) {
            return Optional.empty();
        }

        String version = project.version(GROUP, "junit-platform-engine")
                .orElseThrow(() -> new EnvironmentError(
                        "There is no JUnit Platform on the test class path of %s: add the dependency org.junit.jupiter:junit-jupiter with scope test"
                                .formatted(project.name())));
        return Optional.of(resolve(version));
    }

    private Path resolve(String version) {
        DefaultArtifact artifact = new DefaultArtifact(GROUP, "junit-platform-launcher", "jar", version);
        try {
            return repositorySystem
                    .resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new EnvironmentError(
                    "Cannot resolve %s, which launches the JUnit %s on the test class path: %s. When offline, build once online or declare it as a dependency with scope test"
                            .formatted(artifact, version, e.getMessage()),
                    e);
        }
    }
}
