package dev.lakelight.databricks;

import static java.util.Objects.requireNonNull;

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
}
