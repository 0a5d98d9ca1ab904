package dev.lakelight.workspace.repos;

import dev.lakelight.launch.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Writes again, as one tree has them, the files in which another tree differs from it. */
final class TreeRestore {

    private TreeRestore() {}

    static void run(Repository repository, ObjectId wanted, ObjectId other) throws IOException {
        restoreIndex(repository, wanted);

        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(wanted);
            walk.addTree(other);
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                restore(repository, walk);
            }
        }
    }

    private static void restore(Repository repository, TreeWalk walk) throws IOException {
        Path file = repository.getWorkTree().toPath().resolve(walk.getPathString());

        if (walk.getFileMode(0) == FileMode.MISSING) {
            FileTree.delete(file);
            return;
        }

        if (walk.getFileMode(0) != FileMode.GITLINK) {
            Path unused = Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, repository.open(walk.getObjectId(0)).getBytes());
        }
    }

    // Without dates: git compares all contents once.
    private static void restoreIndex(Repository repository, ObjectId wanted) throws IOException {
        DirCache index = repository.lockDirCache();

        try (TreeWalk walk = new TreeWalk(repository)) {
            DirCacheBuilder builder = index.builder();
            walk.addTree(wanted);
            walk.setRecursive(true);
            while (walk.next()) {
                DirCacheEntry entry = new DirCacheEntry(walk.getRawPath());
                entry.setFileMode(walk.getFileMode(0));
                entry.setObjectId(walk.getObjectId(0));
                builder.add(entry);
            }
            builder.finish();
            index.write();
            boolean unused = index.commit();
        } finally {
            index.unlock();
        }
    }
}
