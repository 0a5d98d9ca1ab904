package dev.lakelight.dbutils;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The file systems of a session. A path without scheme is one of DBFS, unless it is below a folder of the machine that we know. */
public final class DbfsPaths {

    private static final String DBFS = "dbfs";

    private final Supplier<Configuration> configuration;
    private final List<java.nio.file.Path> localFolders;

    /**
     * Create the paths of one session.
     *
     * @param configuration Hadoop's, as the session has it now
     * @param localFolders absolute folders below which a path without scheme is a local one: the lake and the project
     */
    public DbfsPaths(Supplier<Configuration> configuration, List<java.nio.file.Path> localFolders) {
        this.configuration = configuration;
        this.localFolders = List.copyOf(localFolders);
    }

    Configuration configuration() {
        return configuration.get();
    }

    FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(configuration());
    }

    /** Return what a path that a notebook wrote means. */
    Path path(String written) {
        if (isLocal(written)) {
            return new Path(
                    "file",
                    null,
                    java.nio.file.Path.of(written).normalize().toUri().getPath());
        }

        Path path = new Path(written);

        if (path.toUri().getScheme() != null) {
            return path;
        }

        String absolute =
                path.isAbsolute() ? path.toUri().getPath() : "/" + path.toUri().getPath();
        return new Path(DBFS, null, absolute);
    }

    private boolean isLocal(String written) {
        try {
            java.nio.file.Path path = java.nio.file.Path.of(written).normalize();
            return path.isAbsolute() && localFolders.stream().anyMatch(path::startsWith);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Return what is known of a file or folder.
     *
     * @throws FileNotFoundException when there is none
     */
    FileStatus status(Path path) throws IOException {
        try {
            return fileSystem(path).getFileStatus(path);
        } catch (FileNotFoundException e) {
            throw missing(path);
        }
    }

    /** Return the place of a path on the disk, which may have other paths, too. */
    java.nio.file.Path onDisk(Path path) throws IOException {
        FileSystem fileSystem = fileSystem(path);
        FileSystem raw = fileSystem instanceof FilterFileSystem filter ? filter.getRawFileSystem() : fileSystem;
        return raw instanceof RawLocalFileSystem local
                ? local.pathToFile(path).toPath().toAbsolutePath().normalize()
                : java.nio.file.Path.of(path.toUri().getPath());
    }

    static FileNotFoundException missing(Path path) {
        return new FileNotFoundException(
                "No such file or directory: %s. Correct the path, or give the test the file.".formatted(path));
    }
}
