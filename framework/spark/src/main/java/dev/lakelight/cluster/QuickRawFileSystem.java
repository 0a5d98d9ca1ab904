package dev.lakelight.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** Asks the JVM where Hadoop would start a process. */
final class QuickRawFileSystem extends RawLocalFileSystem {

    private static final int ALL_READ_WRITE_EXECUTE = 0777;

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
        return Files.isSymbolicLink(nio(path)) ? super.getFileLinkStatus(path) : getFileStatus(path);
    }

    private java.nio.file.Path nio(Path path) {
        return pathToFile(path).toPath();
    }
}
