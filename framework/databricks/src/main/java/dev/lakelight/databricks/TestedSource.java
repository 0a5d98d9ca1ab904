package dev.lakelight.databricks;

import static java.util.Objects.requireNonNull;

import dev.lakelight.databricks.api.GitFolder;
import dev.lakelight.problem.EnvironmentError;

/**
 * What is tested, as a workspace can fetch it.
 *
 * @param url of the repository, without a password
 * @param provider of the repository, as the Repos API names them: {@code gitHub}, {@code gitLab}
 * @param branch to check out
 * @param commit that the branch must be at, 40 hexadecimal digits
 */
public record TestedSource(String url, String provider, String branch, String commit) {

    public TestedSource {
        requireNonNull(url, "url");
        requireNonNull(provider, "provider");
        requireNonNull(branch, "branch");
        requireNonNull(commit, "commit");
    }

    /**
     * Insist that a Git folder which was put on the branch is at the tested commit.
     *
     * @throws EnvironmentError when it is not
     */
    void requireAt(GitFolder folder) {
        if (!folder.head().equals(commit)) {
            throw new EnvironmentError(
                    "The branch '%s' of %s is at commit %s, but %s is tested. Push it, and let no other build of the branch move it."
                            .formatted(branch, url, folder.head(), commit));
        }
    }
}
