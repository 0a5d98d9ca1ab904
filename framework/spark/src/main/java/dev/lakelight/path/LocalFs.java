package dev.lakelight.path;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/** A file system of this machine for Hadoop's other interface, {@code FileContext}. */
abstract class LocalFs extends DelegateToFileSystem {

    LocalFs(URI uri, FileSystem files, Configuration configuration, String scheme)
            throws IOException, URISyntaxException {
        super(uri, files, configuration, scheme, false);
    }

    @Override
    public int getUriDefaultPort() {
        return -1;
    }

    @Override
    public FsServerDefaults getServerDefaults(Path path) throws IOException {
        return LocalConfigKeys.getServerDefaults();
    }

    /** Local names may hold what is special elsewhere, such as colons. */
    @Override
    public boolean isValidName(String name) {
        return true;
    }
}
