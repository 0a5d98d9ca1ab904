package dev.lakelight.dbutils;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;

/** Copies files and folders, also from one file system to another; files in the way are replaced. */
final class FileCopy {

    private final DbfsPaths paths;

    FileCopy(DbfsPaths paths) {
        this.paths = paths;
    }

    /** Copy a file to a path or into a folder, or what a folder holds into another one. */
    void copy(FileStatus source, Path target, boolean recurse) throws IOException {
        if (source.isFile()) {
            copyFile(source, target);
            return;
        }

        if (!recurse) {
            throw new IllegalArgumentException(
                    "Cannot copy the directory %s: recurse is false. Set it to true.".formatted(source.getPath()));
        }

        requireApart(source.getPath(), target);
        copyTree(source, target);
    }

    private void requireApart(Path source, Path target) throws IOException {
        if (paths.onDisk(target).startsWith(paths.onDisk(source))) {
            throw new IllegalArgumentException(
                    "Cannot copy the directory %s into itself: %s is below it. Name another target."
                            .formatted(source, target));
        }
    }

    private void copyTree(FileStatus source, Path target) throws IOException {
        paths.fileSystem(target).mkdirs(target);

        for (FileStatus child : paths.fileSystem(source.getPath()).listStatus(source.getPath())) {
            Path childTarget = new Path(target, child.getPath().getName());

            if (child.isDirectory()) {
                copyTree(child, childTarget);
            } else {
                copyFile(child, childTarget);
            }
        }
    }

    private void copyFile(FileStatus source, Path target) throws IOException {
        FileSystem from = paths.fileSystem(source.getPath());
        FileSystem to = paths.fileSystem(target);
        requireOther(source.getPath(), target);
        FileUtil.copy(from, source.getPath(), to, target, false, true, paths.configuration());
    }

    /** A copy onto itself would leave an empty file, and a move none. */
    private void requireOther(Path source, Path target) throws IOException {
        java.nio.file.Path from = paths.onDisk(source);
        java.nio.file.Path to = paths.onDisk(target);

        if (from.equals(Files.isDirectory(to) ? to.resolve(source.getName()) : to)) {
            throw new IllegalArgumentException(
                    "Cannot copy the file %s onto itself: %s leads to it, too. Name another target."
                            .formatted(source, target));
        }
    }
}
