package dev.lakelight.workspace.repos;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Git folder on the wire.
 *
 * @param branch none when it is on a tag
 */
record RepoInfo(
        long id,
        String path,
        String url,
        String provider,
        @Nullable String branch,
        @Nullable String headCommitId,
        @Nullable Sparse sparseCheckout) {

    static RepoInfo of(Repo repo, @Nullable String branch, @Nullable String commit) {
        Sparse sparse =
                repo.cone().isEverything() ? null : new Sparse(repo.cone().folders());
        return new RepoInfo(repo.id(), repo.path().toString(), repo.url(), repo.provider(), branch, commit, sparse);
    }

    /** Which folders are checked out. */
    record Sparse(List<String> patterns) {}
}
