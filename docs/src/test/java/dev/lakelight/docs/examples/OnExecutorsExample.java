package dev.lakelight.docs.examples;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.junit.LakelightTest;
import dev.lakelight.junit.SparkCluster;
import org.junit.jupiter.api.Test;

@LakelightTest
@SparkCluster(executors = 2, memory = "512m")
class OnExecutorsExample {

    @Test
    void hasTwoExecutors(Cluster cluster) {
        assertThat(cluster.spec().executors()).isEqualTo(2);
    }
}
