package dev.lakelight.workspace.cluster;

/** What happens to clusters here, in the words of the API. */
enum EventType {
    CREATING,
    STARTING,
    RESTARTING,
    RUNNING,
    RESIZING,
    UPSIZE_COMPLETED,
    DRIVER_HEALTHY,
    DRIVER_UNAVAILABLE,
    TERMINATING,
    EDITED,
    PINNED,
    UNPINNED
}
