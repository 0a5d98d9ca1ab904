package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
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

    /** Names between single slashes, none of them . or .., without what git takes for wildcards and negations. */
    private static final Pattern FOLDER = Pattern.compile(
            "(?!!)(?!\\.{1,2}(/|$))[^/*?\\[\\\\\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/*?\\[\\\\\\p{Cntrl}]+)*");

    static final SparseCone EVERYTHING = new SparseCone(List.of());

    SparseCone {
        folders = folders.stream()
                .map(folder -> folder.replaceAll("^/+|/+$", ""))
                .filter(folder -> !folder.isEmpty())
                .toList();
    }

    /**
     * Read patterns of a request.
     *
     * @throws dev.lakelight.workspace.api.ApiException when one is no folder: it would leave out what it is to bring in
     */
    static SparseCone of(List<String> patterns) {
        SparseCone cone = new SparseCone(patterns);
        cone.folders.stream()
                .filter(folder -> !FOLDER.matcher(folder).matches())
                .findFirst()
                .ifPresent(folder -> {
                    throw ApiErrors.invalid(
                            "The sparse checkout pattern '%s' is no folder of the repository. Patterns are names of folders, as in the cone mode of git: pipelines/silver."
                                    .formatted(folder));
                });
        return cone;
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
