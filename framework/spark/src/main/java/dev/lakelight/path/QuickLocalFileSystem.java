package dev.lakelight.path;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * Hadoop's local file system without its detours, for scheme {@code file} of Hadoop's {@code FileSystem}. Hadoop starts a process
 * ({@code chmod}, {@code readlink}) for nearly every file that it touches unless its native library is installed, 49 of them for a
 * Delta table with two commits, and writes a checksum file beside each file. On Windows it does not work at all without
 * {@code winutils.exe}.
 */
public final class QuickLocalFileSystem extends LocalFileSystem {

    /** Called by Hadoop. */
    public QuickLocalFileSystem() {
        super(new QuickRawFileSystem());
    }

    @Override
    public void initialize(URI name, Configuration configuration) throws java.io.IOException {
        super.initialize(name, configuration);
        setWriteChecksum(false);
        setVerifyChecksum(false);
    }
}
