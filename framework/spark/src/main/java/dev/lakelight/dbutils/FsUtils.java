package dev.lakelight.dbutils;

import com.databricks.backend.daemon.dbutils.FileInfo;
import dev.lakelight.path.LakeMounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code dbutils.fs}, on the Hadoop file systems of the session. Paths without a scheme are those of DBFS. Parameters have
 * Databricks' names, so that Scala cells can use them as named arguments.
 */
public final class FsUtils extends MountUtils {

    private static final int HEAD_BYTES = 65_536;

    private final DbfsPaths paths;

    /** Create the object for one run. */
    public FsUtils(DbfsPaths paths, LakeMounts mounts) {
        super(mounts);
        this.paths = paths;
    }

    /**
     * List a folder, by name; of a file, list itself. For Scala; Java cells call {@link #list}.
     *
     * @throws java.io.FileNotFoundException when there is neither
     */
    public Seq<FileInfo> ls(String dir) throws IOException {
        return CollectionConverters.asScala(list(dir)).toSeq();
    }

    /**
     * List a folder, by name; of a file, list itself.
     *
     * @throws java.io.FileNotFoundException when there is neither
     */
    public List<FileInfo> list(String dir) throws IOException {
        FileStatus found = paths.status(paths.path(dir));
        FileStatus[] listed = paths.fileSystem(found.getPath()).listStatus(found.getPath());
        return Arrays.stream(listed)
                .map(FsUtils::described)
                .sorted(Comparator.comparing(FileInfo::name))
                .toList();
    }

    private static FileInfo described(FileStatus file) {
        String end = file.isDirectory() ? "/" : "";
        return new FileInfo(
                file.getPath() + end,
                file.getPath().getName() + end,
                file.isDirectory() ? 0 : file.getLen(),
                file.getModificationTime());
    }

    /** Remove a file or an empty folder. */
    public boolean rm(String dir) throws IOException {
        return rm(dir, false);
    }

    /**
     * Remove a file or folder.
     *
     * @return false when there is none
     * @throws IOException when a folder is not empty and {@code recurse} is false
     */
    public boolean rm(String dir, boolean recurse) throws IOException {
        Path path = paths.path(dir);
        FileSystem fileSystem = paths.fileSystem(path);

        if (!fileSystem.exists(path)) {
            return false;
        }

        if (!recurse && fileSystem.getFileStatus(path).isDirectory() && fileSystem.listStatus(path).length > 0) {
            throw new IOException(
                    "Cannot remove %s: it is a directory that is not empty. Set recurse to true.".formatted(path));
        }

        return fileSystem.delete(path, recurse);
    }

    /** Make a folder and those above it. */
    public boolean mkdirs(String dir) throws IOException {
        Path path = paths.path(dir);
        FileSystem fileSystem = paths.fileSystem(path);

        if (fileSystem.exists(path) && fileSystem.getFileStatus(path).isFile()) {
            throw new FileAlreadyExistsException(
                    "Cannot make the directory %s: it is a file. Remove it, or name another directory."
                            .formatted(path));
        }

        return fileSystem.mkdirs(path);
    }

    /** Copy a file. */
    public boolean cp(String from, String to) throws IOException {
        return cp(from, to, false);
    }

    /**
     * Copy a file to a path or into a folder; copy what a folder holds into another one. Files in the way are replaced.
     *
     * @throws java.io.FileNotFoundException when there is nothing to copy
     * @throws IllegalArgumentException when it is a folder and {@code recurse} is false
     */
    public boolean cp(String from, String to, boolean recurse) throws IOException {
        new FileCopy(paths).copy(paths.status(paths.path(from)), paths.path(to), recurse);
        return true;
    }

    /** Move a file. */
    public boolean mv(String from, String to) throws IOException {
        return mv(from, to, false);
    }

    /** Copy as {@link #cp(String, String, boolean)} does, then remove what was copied. */
    public boolean mv(String from, String to, boolean recurse) throws IOException {
        return cp(from, to, recurse) && rm(from, recurse);
    }

    /** Return the beginning of a file: 64 KiB. */
    public String head(String file) throws IOException {
        return head(file, HEAD_BYTES);
    }

    /**
     * Return the beginning of a file as UTF-8, and print that it is not all where there is more.
     *
     * @throws java.io.FileNotFoundException when there is none
     */
    public String head(String file, int maxBytes) throws IOException {
        FileStatus found = paths.status(paths.path(file));

        if (found.isDirectory()) {
            throw new IOException(
                    "Cannot read %s: it is a directory. List it with dbutils.fs.ls.".formatted(found.getPath()));
        }

        if (found.getLen() > maxBytes) {
            CellPrinter.println("[Truncated to first %d bytes]".formatted(maxBytes));
        }

        try (InputStream in = paths.fileSystem(found.getPath()).open(found.getPath())) {
            return new String(in.readNBytes(maxBytes), StandardCharsets.UTF_8);
        }
    }

    /** Write a file that does not exist. */
    public boolean put(String file, String contents) throws IOException {
        return put(file, contents, false);
    }

    /**
     * Write a file in UTF-8, and print how long it is.
     *
     * @throws FileAlreadyExistsException when it exists and {@code overwrite} is false
     */
    public boolean put(String file, String contents, boolean overwrite) throws IOException {
        Path path = paths.path(file);
        FileSystem fileSystem = paths.fileSystem(path);

        if (!overwrite && fileSystem.exists(path)) {
            throw new FileAlreadyExistsException(
                    "Cannot write %s: it exists. Set overwrite to true, or remove it.".formatted(path));
        }

        if (fileSystem.exists(path) && fileSystem.getFileStatus(path).isDirectory()) {
            throw new IOException("Cannot write %s: it is a directory. Name a file in it.".formatted(path));
        }

        byte[] bytes = contents.getBytes(StandardCharsets.UTF_8);

        try (OutputStream out = fileSystem.create(path, overwrite)) {
            out.write(bytes);
        }

        CellPrinter.println("Wrote %d bytes.".formatted(bytes.length));
        return true;
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("fs", FsUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("fs", FsUtils.class, method);
    }
}
