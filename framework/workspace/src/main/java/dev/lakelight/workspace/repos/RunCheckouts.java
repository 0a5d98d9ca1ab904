package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Principal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.jspecify.annotations.Nullable;

/** Checks repositories out for runs of jobs, each into a folder of its own. */
public final class RunCheckouts {

    private final GitLogins logins;

    RunCheckouts(GitLogins logins) {
        this.logins = logins;
    }

    /**
     * Check that a source can be meant.
     *
     * @throws dev.lakelight.workspace.api.ApiException when its URL or provider is none
     */
    public static void requireValid(String url, String provider) {
        String unusedUrl = RemoteUrl.parse(url);
        String unusedProvider = GitProvider.parse("git_source.git_provider", provider);
    }

    /**
     * Check out the files of a commit.
     *
     * @param caller whose git credentials it takes
     * @param folder that is not there yet
     * @return the commit
     * @throws dev.lakelight.workspace.api.ApiException when the remote cannot be read or has no such reference
     */
    public String checkOut(Principal caller, Source source, Path folder) throws IOException {
        String url = RemoteUrl.parse(source.url());
        String provider = GitProvider.parse("git_provider", source.provider());
        @Nullable CredentialsProvider credentials = logins.find(caller, url, provider, null);
        GitTarget target = source.target();
        SparseCone cone = new SparseCone(source.folders());

        try (GitFolder git = GitFolder.create(folder, url, credentials)) {
            String commit = git.resolve(target).orElseThrow(() -> GitErrors.unknownTarget(target, url));
            git.checkOut(target, commit, cone, cone);
            return commit;
        }
    }

    /**
     * What to check out. A commit goes before a tag, and a tag before a branch; what is not given is empty.
     *
     * @param folders to check out; none means everything
     */
    public record Source(String url, String provider, String branch, String tag, String commit, List<String> folders) {

        /** Create a source. */
        public Source {
            folders = List.copyOf(folders);
        }

        GitTarget target() {
            if (!commit.isEmpty()) {
                return new GitTarget(GitTarget.Kind.COMMIT, commit);
            }

            if (!tag.isEmpty()) {
                return new GitTarget(GitTarget.Kind.TAG, tag);
            }

            if (branch.isEmpty()) {
                throw ApiErrors.invalid("git_source needs one of git_branch, git_tag, git_commit.");
            }

            return new GitTarget(GitTarget.Kind.BRANCH, branch);
        }
    }
}
