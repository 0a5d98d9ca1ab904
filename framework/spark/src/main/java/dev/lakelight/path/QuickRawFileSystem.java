package dev.lakelight.path;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.jspecify.annotations.Nullable;

/** Asks the JVM where Hadoop would start a process, and leads paths of a lake into it. */
class QuickRawFileSystem extends RawLocalFileSystem {

    private static final int ALL_READ_WRITE_EXECUTE = 0777;
    private static final String DELTA_LOG = "_delta_log";
    private static final URI LOCAL = URI.create("file:///");

    private @Nullable LakePaths lake;

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        super.initialize(name, configuration);
        lake = null;
    }

    /** Return where a path leads to in a lake, or nothing when it does not. */
    Optional<java.nio.file.Path> inLake(Path path) {
        return lake().flatMap(paths -> paths.find(path));
    }

    final Optional<LakePaths> lake() {
        if (lake == null) {
            lake = KnownLake.ofSession(getConf()).orElse(null);
        }

        return Optional.ofNullable(lake).or(KnownLake::ofPlace);
    }

    @Override
    public File pathToFile(Path path) {
        return inLake(path).map(java.nio.file.Path::toFile).orElseGet(() -> super.pathToFile(path));
    }

    /**
     * Return the path with its scheme. The log of a Delta table gets the path that it has on the disk: Delta keeps the logs of the
     * whole JVM in one cache, by path, and two lakes may have tables at equal paths.
     */
    @Override
    public Path makeQualified(Path path) {
        if (path.getName().equals(DELTA_LOG)) {
            Optional<java.nio.file.Path> onDisk = inLake(path);

            if (onDisk.isPresent()) {
                return new Path(onDisk.get().toString()).makeQualified(LOCAL, new Path("/"));
            }
        }

        return super.makeQualified(path);
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        Optional<java.nio.file.Path> local = inLake(path);
        return local.isPresent() ? status(path, local.get().toFile()) : super.getFileStatus(path);
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        Optional<java.nio.file.Path> local = inLake(path);
        return local.isPresent() && !Files.isDirectory(local.get())
                ? new FileStatus[] {getFileStatus(path)}
                : super.listStatus(path);
    }

    /** Hadoop's own would name the file on the disk, and start a process for its permissions. */
    private FileStatus status(Path path, File file) throws FileNotFoundException {
        if (!file.exists()) {
            throw new FileNotFoundException("File %s does not exist (in the lake: %s)".formatted(path, file));
        }

        return new FileStatus(
                file.length(), file.isDirectory(), 1, getDefaultBlockSize(path), file.lastModified(), qualified(path));
    }

    private Path qualified(Path path) {
        return path.makeQualified(getUri(), getWorkingDirectory());
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
        Optional<java.nio.file.Path> local = inLake(path);

        if (local.isEmpty()) {
            return super.mkdirs(path);
        }

        try {
            Files.createDirectories(local.get());
            return true;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException("%s is a file, no folder".formatted(path));
        }
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        return inLake(path).isPresent() ? mkdirs(path) : super.mkdirs(path, permission);
    }

    /** Does nothing on file systems without such permissions. */
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(nio(path), PosixFileAttributeView.class);
        if (view != null) {
            FsPermission plain = new FsPermission((short) (permission.toShort() & ALL_READ_WRITE_EXECUTE));
            view.setPermissions(PosixFilePermissions.fromString(plain.toString()));
        }
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
        boolean isLink = inLake(path).isEmpty() && Files.isSymbolicLink(nio(path));
        return isLink ? super.getFileLinkStatus(path) : getFileStatus(path);
    }

    /** Hadoop writes into a file that is there, which may be a link to that of a fixture. */
    @Override
    protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission permission)
            throws IOException {
        HardLinks.separate(nio(path), append);
        return super.createOutputStreamWithMode(path, append, permission);
    }

    /**
     * Rename a file, unless there is one of the new name. JVMs that commit to the same Delta table at the same time have to learn
     * which was second; looking first and renaming then, as Hadoop does, is not enough for that.
     *
     * @return false when this machine cannot do it at once
     * @throws FileAlreadyExistsException when there is one
     */
    final boolean renamedToNew(Path from, Path to) throws IOException {
        try {
            Files.createLink(nio(to), nio(from));
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException("%s exists already".formatted(to));
        } catch (java.nio.file.FileSystemException | UnsupportedOperationException e) {
            return false;
        }

        Files.delete(nio(from));
        return true;
    }

    private java.nio.file.Path nio(Path path) {
        return pathToFile(path).toPath();
    }
}
