package dev.lakelight.path;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;

/** The same as {@link LakeFileSystem} for Hadoop's other interface, {@code FileContext}, which streams' checkpoints use. */
public final class LakeFs extends LocalFs {

    /** Called by Hadoop. */
    public LakeFs(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        super(uri, new LakeFileSystem(), configuration, uri.getScheme());
    }
}
