package dev.lakelight.path;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/** The same as {@link QuickLocalFileSystem} for Hadoop's other interface, {@code FileContext}, which Delta's log uses. */
public final class QuickLocalFs extends DelegateToFileSystem {

    private static final String DELTA_LOG = "_delta_log";

    private final QuickRawFileSystem files;

    /** Called by Hadoop. */
    public QuickLocalFs(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        this(uri, new QuickRawFileSystem(), configuration);
    }

    private QuickLocalFs(URI uri, QuickRawFileSystem files, Configuration configuration)
            throws IOException, URISyntaxException {
        super(uri, files, configuration, "file", false);
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
