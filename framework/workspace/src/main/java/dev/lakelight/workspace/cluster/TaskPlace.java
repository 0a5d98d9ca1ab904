package dev.lakelight.workspace.cluster;

import static java.util.Objects.requireNonNull;

import dev.lakelight.workspace.api.Principal;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a task's files are, and who runs it.
 *
 * @param root folder that notebooks and files are in: that of all workspace objects, or a checkout that a run has made; absolute.
 *     Paths of tasks lead from there, with or without a slash at the beginning, and with or without {@code /Workspace}
 * @param runAs whose secrets it can read
 * @param jars libraries, as {@code dbfs:/}, {@code /Volumes/} or {@code /Workspace/} paths
 */
public record TaskPlace(Path root, Principal runAs, List<String> jars) {

    /** Create a place. */
    public TaskPlace {
        requireNonNull(root, "root");
        requireNonNull(runAs, "runAs");
        jars = List.copyOf(jars);
    }
}
