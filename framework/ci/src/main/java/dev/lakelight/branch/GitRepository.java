package dev.lakelight.branch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The repository that holds a directory: a plain one, a linked worktree or a submodule. Only ever read. */
final class GitRepository implements AutoCloseable {

    static {
        ReadOnlyJGit.install();
    }

    private static final String REMOTE_BRANCHES = Constants.R_REMOTES + "origin/";

    private final Repository repository;

    private GitRepository(Repository repository) {
        this.repository = repository;
    }

    /** Open the repository that holds a directory; empty when none does. */
    static Optional<GitRepository> holding(Path directory) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        builder.findGitDir(directory.toAbsolutePath().normalize().toFile());

        if (builder.getGitDir() == null) {
            return Optional.empty();
        }

        return Optional.of(new GitRepository(builder.setMustExist(true).build()));
    }

    /** Tell whether commit ids are SHA-256, which JGit cuts off to nonsense. */
    boolean hasSha256Ids() {
        return "sha256".equalsIgnoreCase(repository.getConfig().getString("extensions", null, "objectformat"));
    }

    boolean isShallow() throws IOException {
        return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    }

    /** Return the root of the work tree; empty when there is none. */
    Optional<Path> root() {
        return repository.isBare()
                ? Optional.empty()
                : Optional.of(repository.getWorkTree().toPath().toAbsolutePath().normalize());
    }

    /** Return the address of the remote {@code origin} as it is written, or null. */
    @Nullable
    String originUrl() {
        return repository.getConfig().getString("remote", "origin", "url");
    }

    /** Return the id of the checked-out commit; empty when there is no commit yet. */
    Optional<String> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(ObjectId::name);
    }

    /** Return the checked-out branch; empty when HEAD is detached. */
    Optional<String> branch() throws IOException {
        Ref head = repository.exactRef(Constants.HEAD);

        if (head == null || !head.isSymbolic()) {
            return Optional.empty();
        }

        return RefNames.branch(head.getTarget().getName());
    }

    /** Return the branches of origin whose tip is a commit. */
    List<String> remoteBranchesAt(String commit) throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(REMOTE_BRANCHES).stream()
                .filter(ref -> !ref.isSymbolic() && commit.equals(ObjectId.toString(ref.getObjectId())))
                .map(ref -> ref.getName().substring(REMOTE_BRANCHES.length()))
                .toList();
    }

    /** Return the branch that {@code origin/HEAD} points to. */
    Optional<String> defaultBranch() throws IOException {
        Ref head = repository.exactRef(REMOTE_BRANCHES + Constants.HEAD);

        if (head == null || !head.isSymbolic()) {
            return Optional.empty();
        }

        return RefNames.branch(head.getTarget().getName());
    }

    /** Return the commit that a branch name means, on origin before here, or a tag or commit id. */
    Optional<String> commitOf(String name) throws IOException {
        for (String ref : List.of(REMOTE_BRANCHES + name, Constants.R_HEADS + name, name)) {
            Optional<String> commit = resolve(ref);

            if (commit.isPresent()) {
                return commit;
            }
        }

        return Optional.empty();
    }

    /** Tell whether a commit is the checked-out one, or one that the checked-out one merges. */
    boolean headIsOrMerges(String commit) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        return head != null
                && (head.name().equals(commit) || writtenParents(head).contains(commit));
    }

    /** Return the best common ancestor; empty when there is none, or none in a shallow history. */
    Optional<String> mergeBase(String first, String second) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(first)));
            walk.markStart(walk.parseCommit(ObjectId.fromString(second)));
            return Optional.ofNullable(walk.next()).map(RevCommit::name);
        }
    }

    boolean holdsCommit(String commit) throws IOException {
        return repository.getObjectDatabase().has(ObjectId.fromString(commit));
    }

    /** Compare the work tree with HEAD. */
    WorkTree workTree() throws IOException, GitAPIException {
        if (repository.isBare()) {
            return WorkTree.unknown();
        }

        try (Git git = new Git(repository)) {
            Status status = git.status().call();
            TreeSet<String> changed = new TreeSet<>(status.getUncommittedChanges());
            changed.addAll(status.getUntracked());
            return WorkTree.of(changed);
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    private Optional<String> resolve(String name) throws IOException {
        @Nullable ObjectId id = repository.resolve(name + "^{commit}");
        return Optional.ofNullable(id).map(ObjectId::name);
    }

    // Not through the repository's walk: in a shallow clone that hides the parents at the edge of the history.
    private List<String> writtenParents(ObjectId commit) throws IOException {
        RevCommit parsed =
                RevCommit.parse(repository.open(commit, Constants.OBJ_COMMIT).getBytes());
        return List.of(parsed.getParents()).stream().map(RevCommit::name).toList();
    }
}
