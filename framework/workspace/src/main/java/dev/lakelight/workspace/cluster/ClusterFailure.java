package dev.lakelight.workspace.cluster;

/** A cluster that has not started, or whose driver has died. */
public final class ClusterFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClusterFailure(String message) {
        super(message);
    }
}
