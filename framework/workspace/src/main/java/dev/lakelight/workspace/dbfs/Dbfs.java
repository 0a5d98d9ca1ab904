package dev.lakelight.workspace.dbfs;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of DBFS, in a folder of this machine. */
final class Dbfs {

    private static final String SCHEME = "dbfs:";

    /** In the same folder of this machine, as Spark finds both by the same paths. */
    private static final ObjectPath VOLUMES = ObjectPath.parse("/Volumes");

    private final Path root;
    private final DurableFiles files;

    Dbfs(Path root, DurableFiles files) {
        this.root = root;
        this.files = files;
    }

    /** Read a path, with or without scheme. */
    static ObjectPath path(String text) {
        ObjectPath path = ObjectPath.parse(text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text);

        if (path.isWithin(VOLUMES)) {
            throw ApiErrors.invalid("Path (%s) is one of volumes. Use the Files API.".formatted(path));
        }

        return path;
    }

    Path location(ObjectPath path) {
        return path.in(root);
    }

    DurableFiles files() {
        return files;
    }

    boolean exists(ObjectPath path) {
        return Files.exists(location(path), LinkOption.NOFOLLOW_LINKS);
    }

    void requirePresent(ObjectPath path) {
        if (!exists(path)) {
            throw ApiErrors.doesNotExist("No file or directory exists on path %s.".formatted(path));
        }
    }

    FileInfo describe(ObjectPath path) throws IOException {
        requirePresent(path);
        Path file = location(path);
        boolean isFolder = Files.isDirectory(file);
        return new FileInfo(
                path.toString(),
                isFolder,
                isFolder ? 0 : Files.size(file),
                Files.getLastModifiedTime(file).toMillis());
    }

    List<ObjectPath> list(ObjectPath path) throws IOException {
        requirePresent(path);

        if (!Files.isDirectory(location(path))) {
            return List.of(path);
        }

        try (Stream<Path> entries = Files.list(location(path))) {
            return entries.map(entry -> path.child(String.valueOf(entry.getFileName())))
                    .filter(entry -> !entry.equals(VOLUMES))
                    .sorted(java.util.Comparator.comparing(ObjectPath::name))
                    .toList();
        }
    }

    /** Put a file that was written aside in its place. */
    void place(Path written, ObjectPath path, boolean overwrite) throws IOException {
        requireWritable(path, overwrite);
        files.createFolders(Objects.requireNonNull(location(path).getParent()));
        files.move(written, location(path));
    }

    void requireWritable(ObjectPath path, boolean overwrite) {
        boolean isFolder = Files.isDirectory(location(path));

        if (isFolder || (exists(path) && !overwrite)) {
            throw ApiErrors.alreadyExists("A file or directory already exists at the input path %s.".formatted(path));
        }

        requireFolderAbove(path);
    }

    /** Insist that no file is where a folder has to be. */
    void requireFolderAbove(ObjectPath path) {
        for (ObjectPath above : path.parent().withAncestors()) {
            if (Files.isRegularFile(location(above))) {
                throw ApiErrors.alreadyExists("%s is a file; nothing can be in it.".formatted(above));
            }
        }
    }

    /** A file or folder on the wire. The time is in milliseconds since 1970. */
    record FileInfo(String path, boolean isDir, long fileSize, long modificationTime) {}
}
