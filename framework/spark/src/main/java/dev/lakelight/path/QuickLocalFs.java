package dev.lakelight.path;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The same as {@link QuickLocalFileSystem} for Hadoop's other interface, {@code FileContext}, which Delta's log uses. */
public final class QuickLocalFs extends LocalFs {

    private static final String DELTA_LOG = "_delta_log";

    private final QuickRawFileSystem files;

    /** Called by Hadoop. */
    public QuickLocalFs(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        this(uri, new QuickRawFileSystem(), configuration);
    }

    private QuickLocalFs(URI uri, QuickRawFileSystem files, Configuration configuration)
            throws IOException, URISyntaxException {
        super(uri, files, configuration, "file");
        this.files = files;
    }

    @Override
    public void renameInternal(Path source, Path target) throws IOException {
        boolean isCommit =
                target.getParent() != null && target.getParent().getName().equals(DELTA_LOG);

        if (!isCommit || !files.renamedToNew(source, target)) {
            super.renameInternal(source, target);
        }
    }
}
