package dev.lakelight.benchmark.firstassertion;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.benchmark.process.Milestone;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;

/** The same test with an embedded cluster and a lake. */
public final class WithLakelight {

    private WithLakelight() {}

    /** Do the work in the working directory and end the JVM. */
    public static void main(String[] arguments) {
        run(Path.of("").toAbsolutePath());
        Milestone.end();
    }

    /** Do the work in an empty folder. */
    public static void run(Path folder) {
        LakeOptions options = LakeOptions.named("first assertion", ProjectFiles.of(folder, List.of()));

        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
                Lake lake = Lake.open(cluster, options)) {
            lake.sql(Customers.CREATE);
            lake.sql(Customers.INSERT);
            assertThat(lake.table(Customers.TABLE)).hasSameRowsAs(Customers.rows());
            Milestone.passed();
        }

        Clusters.ofThisJvm().stop();
    }
}
