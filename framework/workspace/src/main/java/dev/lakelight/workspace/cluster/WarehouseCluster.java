package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.driver.Driver;
import dev.lakelight.workspace.driver.DriverLost;
import dev.lakelight.workspace.driver.StatementOrder;
import dev.lakelight.workspace.driver.StatementResult;

/** The cluster of the one warehouse. It is started when it is needed. */
public final class WarehouseCluster {

    /** Return the id by which clients name it. */
    public static final String ID = "0000000000000001";

    /** What people call it. */
    public static final String NAME = "Local warehouse";

    /** After so many minutes without statements it is stopped. */
    public static final int IDLE_MINUTES = 45;

    private final Clusters clusters;

    private WarehouseCluster(Clusters clusters) {
        this.clusters = clusters;
    }

    static WarehouseCluster of(Clusters clusters) {
        if (clusters.parts().store().find(ID).isEmpty()) {
            ObjectNode values = new ObjectNode(JsonNodeFactory.instance)
                    .put("cluster_name", NAME)
                    .put("spark_version", "")
                    .put("num_workers", 0)
                    .put("autotermination_minutes", IDLE_MINUTES);
            clusters.parts().store().create(ID, ClusterRecord.OF_SQL, "", ClusterSpecification.kept(values));
        }

        return new WarehouseCluster(clusters);
    }

    /** Return its state in the words of the API of warehouses. */
    public String state() {
        return switch (clusters.parts().store().get(ID).state()) {
            case PENDING, RESTARTING, RESIZING -> "STARTING";
            case RUNNING -> "RUNNING";
            case TERMINATING -> "STOPPING";
            case TERMINATED -> "STOPPED";
        };
    }

    /** Start it unless it runs or starts. */
    public void start(String user) {
        if (state().equals("STOPPED")) {
            clusters.life(ID).start(EventType.STARTING, user);
        }
    }

    /** Stop it; statements that run on it fail. */
    public void stop(String user) {
        clusters.life(ID).terminate(Termination.byUser(user));
    }

    /** Start it if need be, and wait until it runs. */
    public void await(String user) throws InterruptedException {
        Driver unused = clusters.running(ID, user);
    }

    /**
     * Run a statement and wait. An interrupt of this thread cancels it.
     *
     * @throws ClusterFailure when the warehouse does not start or dies
     * @throws dev.lakelight.workspace.driver.DriverRefusal when the statement has failed
     */
    public StatementResult run(StatementOrder order, String user) throws InterruptedException {
        ClusterLife life = clusters.life(ID);
        life.worked(1);

        try {
            return clusters.running(ID, user).run(order);
        } catch (DriverLost e) {
            throw new ClusterFailure(String.valueOf(e.getMessage()));
        } finally {
            life.worked(-1);
        }
    }
}
