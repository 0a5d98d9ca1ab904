package dev.lakelight.workspace.tree;

import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Notebooks, files and folders of a workspace. They are files and folders of this machine, as they are in a clone: a notebook is a
 * file that begins as notebooks do, and is called without its extension. What there is, the folder says, and nothing else.
 */
public final class WorkspaceTree {

    /** What git keeps in a clone; nobody sees it. */
    private static final String GIT = ".git";

    private static final String WORKSPACE = "Workspace";

    private final Path root;
    private final DurableFiles files;
    private final ObjectIds ids;
    private final ReentrantLock changing = new ReentrantLock();

    /** Keep the objects in a folder, and their numbers in a database. */
    public WorkspaceTree(Path root, DurableFiles files, ObjectIds ids) {
        this.root = root;
        this.files = files;
        this.ids = ids;
    }

    /** Read a path as clients write it: with {@code /Workspace} before it, or without. */
    public static ObjectPath path(String text) {
        ObjectPath path = ObjectPath.parse(text);
        List<String> names = path.names();
        ObjectPath plain = !names.isEmpty() && names.get(0).equals(WORKSPACE)
                ? new ObjectPath(names.subList(1, names.size()))
                : path;

        if (plain.names().stream().anyMatch(GIT::equalsIgnoreCase)) {
            throw ApiErrors.invalid(
                    "Path (%s) is within what git keeps; it is not part of the workspace.".formatted(text));
        }

        return plain;
    }

    /** Return the numbers of objects. */
    public ObjectIds ids() {
        return ids;
    }

    /** Return where a path is on this machine, whether something is there or not; notebooks have an extension behind it. */
    public Path location(ObjectPath path) {
        return path.in(root);
    }

    /** Return what is at a path. */
    public Optional<TreeObject> find(ObjectPath path) {
        Path file = location(path);

        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new TreeObject(path, folderType(file), file));
        }

        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !NotebookFileName.isNotebook(file)) {
            return Optional.of(new TreeObject(path, ObjectType.FILE, file));
        }

        return notebookFiles(path)
                .map(found -> new TreeObject(path, ObjectType.NOTEBOOK, found))
                .findFirst();
    }

    /**
     * Return what is at a path.
     *
     * @throws dev.lakelight.workspace.api.ApiException when nothing is there
     */
    public TreeObject get(ObjectPath path) {
        return find(path).orElseThrow(() -> ApiErrors.noSuchPath(path.toString()));
    }

    private Stream<Path> notebookFiles(ObjectPath path) {
        if (path.isRoot()) {
            return Stream.empty();
        }

        return NotebookFiles.EXTENSIONS.stream()
                .map(extension -> location(path.named(path.name() + "." + extension)))
                .filter(NotebookFileName::isNotebook);
    }

    private static ObjectType folderType(Path folder) {
        return Files.isDirectory(folder.resolve(GIT)) ? ObjectType.REPO : ObjectType.DIRECTORY;
    }

    /** Return what is in a folder, by name. */
    public List<TreeObject> children(TreeObject folder) {
        try (Stream<Path> entries = Files.list(folder.file())) {
            return entries.filter(entry -> !GIT.equals(String.valueOf(entry.getFileName())))
                    .flatMap(entry -> object(folder.path(), entry).stream())
                    .sorted(Comparator.comparing(object -> object.path().name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TreeObject> object(ObjectPath folder, Path entry) {
        String name = String.valueOf(entry.getFileName());

        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new TreeObject(folder.child(name), folderType(entry), entry));
        }

        if (NotebookFileName.isNotebook(entry)) {
            return Optional.of(
                    new TreeObject(folder.child(NotebookFileName.withoutExtension(name)), ObjectType.NOTEBOOK, entry));
        }

        return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new TreeObject(folder.child(name), ObjectType.FILE, entry))
                : Optional.empty();
    }

    /**
     * Create a folder and those above; nothing happens when it is there.
     *
     * @throws dev.lakelight.workspace.api.ApiException when something else is in the way
     */
    public void createFolder(ObjectPath path) throws IOException {
        changing.lock();

        try {
            for (ObjectPath each : path.withAncestors()) {
                Optional<TreeObject> found = find(each);

                if (found.isPresent() && !found.get().isFolder()) {
                    throw ApiErrors.alreadyExists("Path (%s) already exists and is not a folder.".formatted(each));
                }
            }

            files.createFolders(location(path));
        } finally {
            changing.unlock();
        }
    }

    /** Change the tree while nobody else does. */
    public <T> T changing(Change<T> change) throws IOException {
        changing.lock();

        try {
            return change.run();
        } finally {
            changing.unlock();
        }
    }

    /** Delete an object, and all that is in it. */
    public void delete(TreeObject object) throws IOException {
        changing.lock();

        try {
            for (Path file : filesOf(object)) {
                files.delete(file);
            }
            ids.forget(object.path());
        } finally {
            changing.unlock();
        }
    }

    // A clone may hold a notebook twice, in two languages.
    private Set<Path> filesOf(TreeObject object) {
        return object.type() == ObjectType.NOTEBOOK
                ? notebookFiles(object.path()).collect(java.util.stream.Collectors.toUnmodifiableSet())
                : Set.of(object.file());
    }

    /** A change of the tree. */
    @FunctionalInterface
    public interface Change<T> {

        /** Make it. */
        T run() throws IOException;
    }
}
