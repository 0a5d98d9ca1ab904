package dev.lakelight.workspace.cluster;

/** What a cluster does, in the words of the API. */
enum ClusterState {
    PENDING,
    RUNNING,
    RESTARTING,
    RESIZING,
    TERMINATING,
    TERMINATED;

    /** Return how messages write it. */
    String shown() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
