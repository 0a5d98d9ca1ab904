package dev.lakelight.cluster;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The module's embedded cluster. Register it as an extension: in an instance field it is acquired before each test and given back after
 * it, in a static one before and after all of them.
 */
public final class AcquiredCluster
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private boolean shared;
    private Cluster cluster;

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = true;
        acquire();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!shared) {
            acquire();
        }
    }

    private void acquire() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!shared) {
            SparkSession.clearActiveSession();
            cluster.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        cluster.close();
    }

    /** Return the cluster. */
    public Cluster get() {
        return cluster;
    }
}
