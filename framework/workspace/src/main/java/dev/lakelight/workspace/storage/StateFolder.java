package dev.lakelight.workspace.storage;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that holds all of a workspace. One process at a time has it; nobody else on the machine may read it. */
public final class StateFolder implements AutoCloseable {

    private final Path path;
    private final RandomAccessFile lockFile;
    private final FileLock lock;

    private StateFolder(Path path, RandomAccessFile lockFile, FileLock lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Take a folder, which is created when it is missing.
     *
     * @throws EnvironmentError when another process has it
     */
    public static StateFolder open(Path folder) throws IOException {
        Path path = folder.toAbsolutePath().normalize();
        createPrivate(path);
        RandomAccessFile file = new RandomAccessFile(path.resolve("lock").toFile(), "rw");
        @Nullable FileLock lock = tryLock(file);

        if (lock == null) {
            file.close();
            throw new EnvironmentError(
                    "Another workspace is running in %s. Stop it, or use another state folder.".formatted(path));
        }

        return new StateFolder(path, file, lock);
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        Path unused = Files.createDirectories(folder);

        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Return its absolute path. */
    public Path path() {
        return path;
    }

    /** Return a folder in it, which is created when it is missing. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
