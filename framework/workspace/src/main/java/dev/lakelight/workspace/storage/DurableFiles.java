package dev.lakelight.workspace.storage;

import static java.util.Objects.requireNonNull;

import dev.lakelight.launch.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Changes files so that each change is there whole, or not at all, whenever the process or the machine stops: contents are written
 * aside and moved into place.
 */
public final class DurableFiles {

    private final Path scratch;

    /** Write aside in this folder, which has to be on the same file system; what an earlier process has left there is deleted. */
    public DurableFiles(Path scratch) throws IOException {
        FileTree.delete(scratch);
        this.scratch = Files.createDirectories(scratch);
    }

    /** Put content into a file, in place of what is there. Its folder has to exist. */
    public void write(Path file, InputStream content) throws IOException {
        Path written = stage(content);

        try {
            move(written, file);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Do the same with a file that only its owner may read. */
    public void writePrivate(Path file, InputStream content) throws IOException {
        Path written = stage(content);

        if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
        }

        move(written, file);
    }

    /** Write content aside and return where it is; it is for the caller to {@link #move} or delete it. */
    public Path stage(InputStream content) throws IOException {
        Path file = newScratchPath();

        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long unused = content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Move a file or folder in place of what is there, which must not be a folder. */
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(requireNonNull(to.getParent()));
        Path left = requireNonNull(from.getParent());

        if (!left.equals(scratch)) {
            force(left);
        }
    }

    /** Create a folder and those above. */
    public void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = requireNonNull(folder.getParent());
            createFolders(parent);
            Path unused = Files.createDirectories(folder);
            force(parent);
        }
    }

    /** Delete a file, or a folder with all that is in it. */
    public void delete(Path path) throws IOException {
        Path removed = newScratchPath();
        move(path, removed);
        FileTree.delete(removed);
    }

    /** Return a path on the same file system, where nothing is and nobody else writes. */
    public Path newScratchPath() {
        return scratch.resolve(UUID.randomUUID().toString());
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders; it keeps their entries by itself.
        }
    }
}
