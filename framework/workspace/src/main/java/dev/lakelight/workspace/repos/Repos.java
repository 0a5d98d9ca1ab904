package dev.lakelight.workspace.repos;

import dev.lakelight.launch.FileTree;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.ObjectPath;
import dev.lakelight.workspace.tree.TreeObject;
import dev.lakelight.workspace.tree.WorkspaceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Makes Git folders and puts them on branches and tags. */
final class Repos {

    private final RepoStore store;
    private final GitLogins logins;
    private final WorkspaceTree tree;
    private final DurableFiles files;
    private final Map<Long, ReentrantLock> updating = new ConcurrentHashMap<>();

    Repos(RepoStore store, GitLogins logins, WorkspaceTree tree, DurableFiles files) {
        this.store = store;
        this.logins = logins;
        this.tree = tree;
        this.files = files;
    }

    /** Bring what a killed process has left into order: half-made folders go, half-made changes are taken back. */
    void recover() throws IOException {
        for (ObjectPath path : store.unfinished()) {
            FileTree.delete(tree.location(path));
            tree.ids().forget(path);
        }

        for (RepoStore.CutOffUpdate update : store.cutOffUpdates()) {
            Recovery.run(tree.location(update.repo().path()), update);
            store.finish(update.repo());
        }
    }

    /** Clone a repository, on its first branch. */
    Repo create(Principal caller, NewRepo wanted) throws IOException {
        var credentials = logins.find(caller, wanted.url(), wanted.provider(), wanted.credentialId());
        Path clone = files.newScratchPath();

        try (GitFolder folder = GitFolder.create(clone, wanted.url(), credentials)) {
            GitTarget first = folder.branch()
                    .map(name -> new GitTarget(GitTarget.Kind.BRANCH, name))
                    .filter(target -> exists(folder, target))
                    .orElseThrow(() -> GitErrors.emptyRepository(wanted.url()));
            String commit = folder.resolve(first).orElseThrow();
            folder.checkOut(first, commit, wanted.cone(), wanted.cone());
            return tree.changing(() -> place(caller, wanted, clone));
        } finally {
            FileTree.delete(clone);
        }
    }

    private static boolean exists(GitFolder folder, GitTarget target) {
        try {
            return folder.resolve(target).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private Repo place(Principal caller, NewRepo wanted, Path clone) throws IOException {
        ObjectPath path = wanted.path();

        if (tree.find(path).isPresent()) {
            throw ApiErrors.alreadyExists("Path (%s) already exists.".formatted(path));
        }

        files.createFolders(tree.location(path.parent()));
        tree.ids().forget(path);
        long id = tree.ids().of(path).id();
        Repo repo = new Repo(id, path, wanted.url(), wanted.provider(), wanted.credentialId(), wanted.cone());
        store.begin(repo, caller.name());
        files.move(clone, tree.location(path));
        store.finish(repo);
        return repo;
    }

    /** Return a Git folder that is there. */
    Repo get(long id) {
        return store.find(id)
                .filter(repo -> tree.find(repo.path()).isPresent())
                .orElseThrow(() -> ApiErrors.doesNotExist("Repo with id %d does not exist.".formatted(id)));
    }

    /** Return all Git folders that are there. */
    List<Repo> list() {
        return store.list().stream()
                .filter(repo -> Files.isDirectory(tree.location(repo.path())))
                .toList();
    }

    /** Return what is told of a Git folder. */
    RepoInfo describe(Repo repo) throws IOException {
        try (GitFolder folder = GitFolder.open(tree.location(repo.path()))) {
            return RepoInfo.of(
                    repo, folder.branch().orElse(null), folder.commit().orElse(null));
        }
    }

    /** Put a Git folder on the newest commit of a branch, or on a tag. One update at a time changes a folder. */
    void update(Principal caller, Repo repo, RepoUpdate update) throws IOException {
        ReentrantLock lock = updating.computeIfAbsent(repo.id(), id -> new ReentrantLock());
        lock.lock();

        try (GitFolder folder = GitFolder.open(tree.location(repo.path()))) {
            @Nullable Long credential = update.credentialId() == null ? repo.credentialId() : update.credentialId();
            folder.fetch(repo.url(), logins.find(caller, repo.url(), repo.provider(), credential));
            GitTarget target = update.target()
                    .or(() -> current(folder))
                    .orElseThrow(() -> ApiErrors.invalid("The Git folder is on no branch; name a branch or a tag."));
            String commit = folder.resolve(target).orElseThrow(() -> GitErrors.unknownTarget(target, repo.url()));
            SparseCone cone = update.cone().orElse(repo.cone());
            store.beginUpdate(repo.id(), commit);

            try {
                if (update.discardsChanges()) {
                    folder.discardChanges(repo.cone());
                }

                folder.checkOut(target, commit, repo.cone(), cone);
            } finally {
                store.finish(repo);
            }

            store.finish(new Repo(repo.id(), repo.path(), repo.url(), repo.provider(), credential, cone));
        } finally {
            lock.unlock();
        }
    }

    private static Optional<GitTarget> current(GitFolder folder) {
        try {
            return folder.branch().map(name -> new GitTarget(GitTarget.Kind.BRANCH, name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Delete a Git folder with all that is in it. */
    void delete(Repo repo) throws IOException {
        TreeObject object = tree.get(repo.path());
        tree.delete(object);
    }

    /** A Git folder to make. */
    record NewRepo(
            ObjectPath path,
            String url,
            String provider,
            @Nullable Long credentialId,
            SparseCone cone) {}

    /**
     * A change of a Git folder.
     *
     * @param target none stays on the branch
     * @param cone none stays as it is
     * @param discardsChanges whether uncommitted changes are lost
     */
    record RepoUpdate(
            Optional<GitTarget> target,
            Optional<SparseCone> cone,
            @Nullable Long credentialId,
            boolean discardsChanges) {}
}
