package dev.lakelight.cluster;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The module's embedded cluster, acquired before each test and given back after it. */
final class AcquiredCluster implements BeforeEachCallback, AfterEachCallback {

    private Cluster cluster;

    @Override
    public void beforeEach(ExtensionContext context) {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SparkSession.clearActiveSession();
        cluster.close();
    }

    Cluster get() {
        return cluster;
    }
}
