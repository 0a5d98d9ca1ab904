package dev.lakelight.workspace.job.run;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.cluster.TaskClusters;
import dev.lakelight.workspace.repos.RunCheckouts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What runs need of the workspace.
 *
 * @param clusters to run tasks on
 * @param files of the workspace
 * @param checkouts of repositories
 * @param folder for the checkouts of runs
 * @param principals finds users and service principals by name
 * @param url where clients reach the workspace; known when it has started
 */
public record RunSurroundings(
        TaskClusters clusters,
        TaskFiles files,
        RunCheckouts checkouts,
        Path folder,
        Function<String, Optional<Principal>> principals,
        Supplier<String> url,
        long workspaceId) {}
