package dev.lakelight.branch;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The build server's run that this is part of.
 *
 * @param name of the server's product, such as {@code GitHub Actions}
 * @param link web page of the run, without user-info, or null when the server does not say
 * @param pullRequest id of the pull or merge request that it builds, or null when it builds none
 */
public record BuildServerRun(
        String name, @Nullable String link, @Nullable String pullRequest) {

    public BuildServerRun {
        requireNonNull(name, "name");
    }
}
