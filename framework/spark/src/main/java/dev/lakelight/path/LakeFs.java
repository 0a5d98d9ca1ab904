package dev.lakelight.path;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/** The same as {@link LakeFileSystem} for Hadoop's other interface, {@code FileContext}, which streams' checkpoints use. */
public final class LakeFs extends DelegateToFileSystem {

    /** Called by Hadoop. */
    public LakeFs(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        super(uri, new LakeFileSystem(), configuration, uri.getScheme(), false);
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
