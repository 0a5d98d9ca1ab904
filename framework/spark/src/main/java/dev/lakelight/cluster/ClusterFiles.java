package dev.lakelight.cluster;

import java.nio.file.Path;
import org.apache.spark.SparkContext;

/** Where the parts of Lakelight put files that a cluster needs as long as it runs. They go with it. */
public final class ClusterFiles {

    private ClusterFiles() {}

    /** Return a folder of this name in that of the cluster that a context is the driver of. It need not exist. */
    public static Path folder(SparkContext context, String name) {
        return Path.of(context.conf().get(ClusterDirectory.SETTING)).resolve(name);
    }
}
