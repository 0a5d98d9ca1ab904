package dev.lakelight.maven;

import dev.lakelight.problem.EnvironmentError;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Resolves libraries that are no dependencies of the project, with all that they need at run time. */
final class Libraries {

    private final RepositorySystem repositorySystem;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    Libraries(RepositorySystem repositorySystem, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.repositorySystem = repositorySystem;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    /**
     * Return the jars of a class path, in the order of the libraries.
     *
     * @param purpose what they are for, for messages
     * @param libraries as {@code group:artifact:version}
     * @throws EnvironmentError when one cannot be resolved
     */
    List<Path> resolve(String purpose, List<String> libraries) {
        List<Dependency> dependencies = libraries.stream()
                .map(library -> new Dependency(new DefaultArtifact(library), "runtime"))
                .toList();
        CollectRequest collect = new CollectRequest(dependencies, List.of(), repositories);
        try {
            return repositorySystem
                    .resolveDependencies(session, new DependencyRequest(collect, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new EnvironmentError(
                    "Cannot resolve %s, which %s needs: %s. When offline, run this goal once online"
                            .formatted(String.join(", ", libraries), purpose, e.getMessage()),
                    e);
        }
    }
}
