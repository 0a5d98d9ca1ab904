package dev.lakelight.workspace.repos;

import dev.lakelight.launch.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.errors.CheckoutConflictException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.jspecify.annotations.Nullable;

/** A clone on this machine, with a work tree. It has no commits of its own. */
final class GitFolder implements AutoCloseable {

    static {
        IsolatedGit.install();
    }

    private static final int TIMEOUT_SECONDS = 120;

    private final Git git;

    private GitFolder(Git git) {
        this.git = git;
    }

    /** Clone all branches and tags into a folder that is not there yet, without any files yet. */
    static GitFolder create(Path folder, String url, @Nullable CredentialsProvider credentials) {
        try {
            Git git = authorized(
                            Git.cloneRepository()
                                    .setURI(url)
                                    .setDirectory(folder.toFile())
                                    .setNoCheckout(true)
                                    .setCloneAllBranches(true)
                                    .setTagOption(TagOpt.FETCH_TAGS),
                            credentials)
                    .call();
            GitFolder created = new GitFolder(git);
            created.configure();
            return created;
        } catch (GitAPIException | IOException e) {
            FileTree.delete(folder);
            throw GitErrors.remote(url, e);
        }
    }

    static GitFolder open(Path folder) throws IOException {
        return new GitFolder(Git.open(folder.toFile()));
    }

    // A link could lead anywhere on this machine: it is checked out as a file that holds its target.
    private void configure() throws IOException {
        StoredConfig config = repository().getConfig();
        config.setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_SYMLINKS, false);
        config.setString(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_AUTOCRLF, "false");
        config.save();
    }

    private Repository repository() {
        return git.getRepository();
    }

    /** Return the commit; empty as long as there is none. */
    Optional<String> commit() throws IOException {
        return Optional.ofNullable(repository().resolve(Constants.HEAD)).map(ObjectId::name);
    }

    /** Return the branch; empty when it is on a tag. */
    Optional<String> branch() throws IOException {
        Ref head = repository().exactRef(Constants.HEAD);
        return head != null && head.isSymbolic()
                ? Optional.of(Repository.shortenRefName(head.getTarget().getName()))
                : Optional.empty();
    }

    /** Get what is new on the remote. */
    void fetch(String url, @Nullable CredentialsProvider credentials) {
        try {
            var unused = authorized(
                            git.fetch()
                                    .setRemoveDeletedRefs(true)
                                    .setTagOpt(TagOpt.FETCH_TAGS)
                                    .setRefSpecs(
                                            new RefSpec("+refs/heads/*:refs/remotes/origin/*"),
                                            new RefSpec("+refs/tags/*:refs/tags/*")),
                            credentials)
                    .call();
        } catch (GitAPIException e) {
            throw GitErrors.remote(url, e);
        }
    }

    private static <C extends TransportCommand<C, ?>> C authorized(
            C command, @Nullable CredentialsProvider credentials) {
        if (credentials != null) {
            command.setCredentialsProvider(credentials);
        }

        return command.setTimeout(TIMEOUT_SECONDS);
    }

    /** Return the commit that a branch or tag of the remote stands for since it was fetched last. */
    Optional<String> resolve(GitTarget target) throws IOException {
        return Optional.ofNullable(repository().resolve(target.reference() + "^{commit}"))
                .map(ObjectId::name);
    }

    /**
     * Put the folder on a branch or tag. Uncommitted changes stay, where the commits do not differ.
     *
     * @param before the part that is checked out
     * @param after the part to check out
     * @throws dev.lakelight.workspace.api.ApiException when uncommitted changes are in the way; then nothing has changed
     */
    void checkOut(GitTarget target, String commit, SparseCone before, SparseCone after) throws IOException {
        DirCache index = repository().lockDirCache();

        try {
            @Nullable ObjectId from = repository().resolve(Constants.HEAD + "^{tree}");
            DirCacheCheckout checkout = new DirCacheCheckout(
                    repository(),
                    from == null || index.getEntryCount() == 0 ? null : before.filter(repository(), from),
                    index,
                    after.filter(repository(), treeOf(commit)));
            checkout.setFailOnConflict(true);
            boolean unused = checkout.checkout();
            pointHeadTo(target, ObjectId.fromString(commit));
        } catch (CheckoutConflictException e) {
            throw GitErrors.conflicts(List.of(e.getConflictingFiles()), target);
        } finally {
            index.unlock();
        }
    }

    private ObjectId treeOf(String commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository())) {
            return walk.parseCommit(ObjectId.fromString(commit)).getTree().getId();
        }
    }

    private void pointHeadTo(GitTarget target, ObjectId commit) throws IOException {
        if (target.kind() != GitTarget.Kind.BRANCH) {
            RefUpdate head = repository().updateRef(Constants.HEAD, true);
            head.setNewObjectId(commit);
            require(head.forceUpdate());
            return;
        }

        String name = Constants.R_HEADS + target.name();
        RefUpdate branch = repository().updateRef(name);
        branch.setNewObjectId(commit);
        require(branch.forceUpdate());
        require(repository().updateRef(Constants.HEAD).link(name));
    }

    private static void require(RefUpdate.Result result) throws IOException {
        switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE, RENAMED -> {}
            default -> throw new IOException("A reference could not be moved: " + result);
        }
    }

    /** Discard every change since the last checkout: of files that git knows, and all others. */
    void discardChanges(SparseCone cone) throws IOException {
        Optional<String> commit = commit();

        if (commit.isEmpty()) {
            return;
        }

        DirCache index = repository().lockDirCache();

        try {
            DirCacheCheckout checkout =
                    new DirCacheCheckout(repository(), null, index, cone.filter(repository(), treeOf(commit.get())));
            checkout.setFailOnConflict(false);
            boolean unused = checkout.checkout();
        } finally {
            index.unlock();
        }

        deleteUntracked();
    }

    private void deleteUntracked() throws IOException {
        IndexDiff diff = difference();
        TreeSet<String> paths = new TreeSet<>(diff.getUntracked());
        paths.addAll(diff.getIgnoredNotInIndex());
        paths.forEach(path -> FileTree.delete(workTree().resolve(path)));
        diff.getUntrackedFolders().forEach(path -> FileTree.delete(workTree().resolve(path)));
    }

    private IndexDiff difference() throws IOException {
        IndexDiff diff = new IndexDiff(repository(), Constants.HEAD, new FileTreeIterator(repository()));
        boolean unused = diff.diff();
        return diff;
    }

    private Path workTree() {
        return repository().getWorkTree().toPath();
    }

    /** Remove the locks of a process that was killed. */
    static void removeLocks(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(Constants.DOT_GIT))) {
            files.filter(file -> file.toString().endsWith(".lock")).forEach(FileTree::delete);
        }
    }

    /**
     * Take back a checkout of a commit that was cut off. Only files that differ between the commits can have been changed by it,
     * and none of them had uncommitted changes: those would have been in its way.
     */
    void takeBack(String commit, SparseCone cone) throws IOException {
        @Nullable ObjectId from = repository().resolve(Constants.HEAD + "^{tree}");

        if (from == null) {
            return;
        }

        TreeRestore.run(repository(), cone.filter(repository(), from), treeOf(commit));
    }

    @Override
    public void close() {
        git.close();
    }
}
