package dev.lakelight.workspace.volumes;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of volumes, in a folder of this machine, called as they are called in paths of Spark. */
final class VolumeFiles {

    private final Volumes volumes;
    private final Path root;
    private final DurableFiles files;

    VolumeFiles(Volumes volumes, Path root, DurableFiles files) {
        this.volumes = volumes;
        this.root = root;
        this.files = files;
    }

    static ApiException noVolume(VolumeName name) {
        return ApiErrors.notFound("Volume '%s' does not exist.".formatted(name.fullName()));
    }

    /** Read a path that leads into a volume that is there. */
    ObjectPath path(String text) {
        ObjectPath path = ObjectPath.parse("/" + text);
        VolumeName volume = VolumeName.of(path);

        if (!volumes.exists(volume)) {
            throw noVolume(volume);
        }

        return path;
    }

    /** Return where a file is. */
    Path file(ObjectPath path) {
        Path file = path.in(root);

        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw ApiErrors.notFound("The file %s does not exist.".formatted(path));
        }

        return file;
    }

    /** Return where a folder is. */
    Path folder(ObjectPath path) {
        Path folder = path.in(root);

        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw ApiErrors.notFound("The directory %s does not exist.".formatted(path));
        }

        return folder;
    }

    void write(ObjectPath path, InputStream content, boolean overwrite) throws IOException {
        requireWritable(path, overwrite);
        Path written = files.stage(content);

        try {
            requireWritable(path, overwrite);
            files.createFolders(Objects.requireNonNull(path.in(root).getParent()));
            files.move(written, path.in(root));
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void requireWritable(ObjectPath path, boolean overwrite) {
        if (path.names().size() < 5 || Files.isDirectory(path.in(root))) {
            throw ApiErrors.conflict("%s is a directory.".formatted(path));
        }

        if (Files.exists(path.in(root)) && !overwrite) {
            throw ApiErrors.conflict("The file %s already exists.".formatted(path));
        }

        requireFolders(path.parent());
    }

    private void requireFolders(ObjectPath path) {
        for (ObjectPath above : path.withAncestors()) {
            if (Files.isRegularFile(above.in(root))) {
                throw ApiErrors.conflict("%s is a file; nothing can be in it.".formatted(above));
            }
        }
    }

    void createFolder(ObjectPath path) throws IOException {
        requireFolders(path);
        files.createFolders(path.in(root));
    }

    void deleteFile(ObjectPath path) throws IOException {
        files.delete(file(path));
    }

    void deleteFolder(ObjectPath path) throws IOException {
        if (path.names().size() < 5) {
            throw ApiErrors.invalid("%s is a volume. Delete it as such.".formatted(path));
        }

        if (!list(path).isEmpty()) {
            throw ApiErrors.directoryNotEmpty(path.toString());
        }

        files.delete(folder(path));
    }

    void deleteAll(ObjectPath path) throws IOException {
        if (Files.exists(path.in(root))) {
            files.delete(path.in(root));
        }
    }

    List<Path> list(ObjectPath path) throws IOException {
        try (Stream<Path> entries = Files.list(folder(path))) {
            return entries.sorted(Comparator.comparing(entry -> String.valueOf(entry.getFileName())))
                    .toList();
        }
    }
}
