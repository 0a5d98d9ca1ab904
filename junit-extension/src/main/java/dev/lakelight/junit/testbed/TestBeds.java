package dev.lakelight.junit.testbed;

import dev.lakelight.cluster.ClusterSpec;

/** Gives tests what they stand on. Thread-safe. */
public final class TestBeds {

    private final Settings settings;
    private final ClusterSession clusters;

    /** Take clusters from a session, and everything else from the settings. */
    public TestBeds(Settings settings, ClusterSession clusters) {
        this.settings = settings;
        this.clusters = clusters;
    }

    /** Return the cluster that the settings ask for. */
    public ClusterSpec cluster() {
        return settings.cluster();
    }

    /** Open the bed of a test; nothing is started before it is needed. */
    public TestBed open(TestBedRequest request) {
        return new TestBed(settings, clusters, request);
    }
}
