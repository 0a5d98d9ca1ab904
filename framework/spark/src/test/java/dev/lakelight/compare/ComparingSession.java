package dev.lakelight.compare;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A session in UTC on the module's embedded cluster, for all tests of a class. Register it as an extension, in a static field. */
final class ComparingSession implements BeforeAllCallback, AfterAllCallback {

    private Cluster cluster;
    private SparkSession session;
    private Path folder;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path target = Files.createDirectories(Path.of("target", "compared").toAbsolutePath());
        folder = Files.createTempDirectory(target, "session");
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        session = cluster.newSession(
                Map.of("spark.sql.session.timeZone", "UTC", "spark.sql.shuffle.partitions", "2"), folder);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        cluster.closeSession(session);
        cluster.close();
        JavaUtils.deleteRecursively(folder.toFile());
    }

    SparkSession get() {
        return session;
    }

    Path folder() {
        return folder;
    }
}
