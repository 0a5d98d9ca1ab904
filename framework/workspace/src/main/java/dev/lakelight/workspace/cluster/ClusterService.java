package dev.lakelight.workspace.cluster;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.driver.DriverClassPath;
import dev.lakelight.workspace.driver.Drivers;
import dev.lakelight.workspace.permission.Permissions;
import dev.lakelight.workspace.secrets.ReadableSecrets;
import dev.lakelight.workspace.storage.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Puts together all that has to do with clusters. */
public final class ClusterService implements AutoCloseable {

    private final Clusters clusters;
    private final Housekeeping housekeeping;
    private final SparkVersions versions;

    private ClusterService(Clusters clusters, Housekeeping housekeeping, SparkVersions versions) {
        this.clusters = clusters;
        this.housekeeping = housekeeping;
        this.versions = versions;
    }

    /** Go on with what is in the database: what ran when the workspace ended is terminated. */
    public static ClusterService open(Database database, Clock clock, Surroundings surroundings) {
        LocalMachine machine = LocalMachine.ofThisJvm();
        ClusterStore store = new ClusterStore(database, clock);
        ClusterParts parts = new ClusterParts(
                store,
                new ClusterEvents(database, clock),
                new Drivers(
                        surroundings.classPath(),
                        surroundings.folders().clusters().resolve("launch")),
                machine,
                new Semaphore(machine.clusters(), true),
                surroundings.folders(),
                surroundings.secrets(),
                surroundings.principals(),
                clock);
        Clusters clusters = new Clusters(parts, new ClusterSecurity(store, surroundings.permissions()));
        clusters.recover();
        return new ClusterService(
                clusters,
                Housekeeping.of(clusters),
                new SparkVersions(surroundings.classPath().sparkVersion().orElse("")));
    }

    /** Return the clusters. */
    public Clusters clusters() {
        return clusters;
    }

    /** Return the cluster that SQL statements run on. */
    public WarehouseCluster warehouse() {
        return WarehouseCluster.of(clusters);
    }

    /** Return who may do what with them. */
    public ClusterSecurity security() {
        return clusters.security();
    }

    /** Return the operations. */
    public List<Topic> topics() {
        return List.of(new ClusterRoutes(clusters), new ClusterInfoRoutes(clusters, versions));
    }

    /** Terminate all clusters. */
    @Override
    public void close() {
        housekeeping.close();
        clusters.close();
    }

    /**
     * What clusters use of the workspace.
     *
     * @param principals finds users and service principals by name
     */
    public record Surroundings(
            DriverClassPath classPath,
            ClusterFolders folders,
            ReadableSecrets secrets,
            Permissions permissions,
            Function<String, Optional<Principal>> principals) {}
}
