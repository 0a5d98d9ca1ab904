package dev.lakelight.workspace.repos;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The part of a repository that is checked out: named folders with all that is in them, and of the folders above those the files,
 * as git's cone mode has it.
 *
 * @param folders without slashes around them; none means everything
 * @see <a href="https://git-scm.com/docs/git-sparse-checkout#_internalscone_mode_handling">cone mode</a>
 */
record SparseCone(List<String> folders) {

    static final SparseCone EVERYTHING = new SparseCone(List.of());

    SparseCone {
        folders = folders.stream()
                .map(folder -> folder.replaceAll("^/+|/+$", ""))
                .filter(folder -> !folder.isEmpty())
                .toList();
    }

    boolean isEverything() {
        return folders.isEmpty();
    }

    boolean holds(String file) {
        int slash = file.lastIndexOf('/');
        String folder = slash < 0 ? "" : file.substring(0, slash);
        return isEverything()
                || folder.isEmpty()
                || folders.stream()
                        .anyMatch(wanted -> (folder + "/").startsWith(wanted + "/") || wanted.startsWith(folder + "/"));
    }

    /** Return a tree with this part of another one only. */
    ObjectId filter(Repository repository, ObjectId tree) throws IOException {
        if (isEverything()) {
            return tree;
        }

        DirCache part = DirCache.newInCore();
        DirCacheBuilder builder = part.builder();

        try (TreeWalk walk = new TreeWalk(repository);
                ObjectInserter inserter = repository.newObjectInserter()) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                if (holds(walk.getPathString())) {
                    builder.add(entry(walk));
                }
            }
            builder.finish();
            ObjectId written = part.writeTree(inserter);
            inserter.flush();
            return written;
        }
    }

    private static DirCacheEntry entry(TreeWalk walk) {
        DirCacheEntry entry = new DirCacheEntry(walk.getRawPath());
        entry.setFileMode(walk.getFileMode(0));
        entry.setObjectId(walk.getObjectId(0));
        return entry;
    }
}
