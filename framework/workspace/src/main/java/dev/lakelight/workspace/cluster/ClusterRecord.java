package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a cluster. Times are in milliseconds since 1970.
 *
 * @param source {@code API}, or {@code JOB} for one that was made for a run, or {@code SQL} for a warehouse
 * @param specification as clients sent it
 * @param termination why it was terminated, or null
 * @param sparkContextId another one for each start
 * @param executors how many processes it has
 * @param startTime when it was made
 * @param lastActivity when it was last used
 */
record ClusterRecord(
        String id,
        String source,
        String creator,
        ObjectNode specification,
        ClusterState state,
        String stateMessage,
        @Nullable Termination termination,
        long sparkContextId,
        int executors,
        long startTime,
        @Nullable Long lastRestarted,
        long lastActivity,
        @Nullable Long terminated,
        boolean pinned) {

    static final String OF_API = "API";
    static final String OF_JOB = "JOB";
    static final String OF_SQL = "SQL";

    boolean isOfJob() {
        return source.equals(OF_JOB);
    }

    boolean isWarehouse() {
        return source.equals(OF_SQL);
    }

    ClusterSpecification spec() {
        return ClusterSpecification.kept(specification);
    }
}
