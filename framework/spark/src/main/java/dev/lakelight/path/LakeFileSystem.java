package dev.lakelight.path;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * DBFS and cloud storage in a lake: {@code dbfs:/}, {@code s3://} and their like, for Hadoop's {@code FileSystem}. It never opens a
 * connection. The presets keep it out of Hadoop's cache, which would give one lake's to another.
 */
public final class LakeFileSystem extends QuickRawFileSystem {

    private URI uri = URI.create("dbfs:///");

    /** Called by Hadoop. */
    public LakeFileSystem() {}

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        uri = new Path(name.getScheme(), name.getAuthority(), "/").toUri();
        super.initialize(name, configuration);
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public String getScheme() {
        return uri.getScheme();
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(uri);
    }

    /** Asked for by the constructor, when there is no URI yet. */
    @Override
    protected Path getInitialWorkingDirectory() {
        return new Path("/");
    }

    @Override
    public Path getHomeDirectory() {
        return getWorkingDirectory();
    }

    /** Those of Delta's logs, too: {@link #makeQualified} has made them paths of the disk. */
    @Override
    protected void checkPath(Path path) {
        if (!isOnDisk(path)) {
            super.checkPath(path);
        }
    }

    @Override
    Optional<java.nio.file.Path> inLake(Path path) {
        if (isOnDisk(path)) {
            return Optional.of(new File(path.toUri().getPath()).toPath());
        }

        checkPath(path);
        Path qualified = path.makeQualified(uri, getWorkingDirectory());
        LakePaths paths = lake().orElseThrow(() -> PathMessages.noLake(qualified));
        return paths.find(qualified);
    }

    private static boolean isOnDisk(Path path) {
        return "file".equals(path.toUri().getScheme());
    }
}
