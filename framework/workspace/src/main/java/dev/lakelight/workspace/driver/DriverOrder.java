package dev.lakelight.workspace.driver;

import java.util.List;
import java.util.Map;

/**
 * What a driver is told when it starts, by its standard input: nobody else can read it there.
 *
 * @param port of this machine where the workspace waits for it
 * @param token that it shows there
 * @param clusterId for messages and for the context of notebooks
 * @param executors how many processes; with 0 its own threads do the work
 * @param executorMegabytes heap of each of them
 * @param sparkSettings of the cluster
 * @param environment variables of its JVM
 * @param secrets values in settings and variables that nothing may show
 * @param lakeFolder of tables and catalog, absolute
 * @param filesFolder of DBFS, absolute
 * @param workspaceFolder of all workspace objects, absolute
 * @param stateFolder of the workspace, whose audit log is a table; absolute
 * @param scratchFolder of its own, absolute
 */
public record DriverOrder(
        int port,
        String token,
        String clusterId,
        int executors,
        int executorMegabytes,
        Map<String, String> sparkSettings,
        Map<String, String> environment,
        List<String> secrets,
        String lakeFolder,
        String filesFolder,
        String workspaceFolder,
        String stateFolder,
        String scratchFolder) {

    /** Create an order. */
    public DriverOrder {
        sparkSettings = Map.copyOf(sparkSettings);
        environment = Map.copyOf(environment);
        secrets = List.copyOf(secrets);
    }

    DriverOrder reachedAt(int newPort, String newToken) {
        return new DriverOrder(
                newPort,
                newToken,
                clusterId,
                executors,
                executorMegabytes,
                sparkSettings,
                environment,
                secrets,
                lakeFolder,
                filesFolder,
                workspaceFolder,
                stateFolder,
                scratchFolder);
    }

    /** Return what may be logged. */
    @Override
    public String toString() {
        return "driver of the cluster " + clusterId;
    }
}
