package dev.lakelight.branch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for, and whom.
 *
 * @param directory of the project; the repository is the one that holds it
 * @param environment the build server's variables, usually {@link System#getenv()}
 * @param branch what the user says the branch is ({@code lakelight.branch}), or null
 * @param referenceBranch what the user says it will be merged into ({@code lakelight.referenceBranch}), or null
 */
public record BranchQuery(
        Path directory,
        Map<String, String> environment,
        @Nullable String branch,
        @Nullable String referenceBranch) {

    public BranchQuery {
        requireNonNull(directory, "directory");
        environment = Map.copyOf(environment);
        branch = RefNames.clean(branch);
        referenceBranch = RefNames.clean(referenceBranch);
    }

    /** Ask about a directory, with no word from the user. */
    public static BranchQuery of(Path directory, Map<String, String> environment) {
        return new BranchQuery(directory, environment, null, null);
    }
}
