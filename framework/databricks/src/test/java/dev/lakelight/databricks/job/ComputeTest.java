package dev.lakelight.databricks.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import org.junit.jupiter.api.Test;

class ComputeTest {

    @Test
    void readsTheThreeKinds() {
        assertThat(Compute.parse(" serverless ")).isInstanceOf(Compute.Serverless.class);
        assertThat(Compute.parse("1130-072000-abcdefgh")).isEqualTo(new Compute.Existing("1130-072000-abcdefgh"));
        assertThat(Compute.parse("{\"new_cluster\": {\"spark_version\": \"17.3.x-scala2.13\", \"num_workers\": 1}}"))
                .isInstanceOfSatisfying(
                        Compute.JobCluster.class,
                        cluster -> assertThat(
                                        cluster.newCluster().path("num_workers").asInt())
                                .isEqualTo(1));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Compute.parse("my cluster"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The cluster 'my cluster' is neither 'serverless', nor the id of a cluster such as 1130-072000-abcdefgh, nor a description in JSON.");
        assertThatThrownBy(() -> Compute.parse("{\"num_workers\": 1}"))
                .isInstanceOf(UserError.class)
                .hasMessage("The description of the job cluster has no 'spark_version'.");
        assertThatThrownBy(() -> Compute.parse("{"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The description of the job cluster is no JSON: ");
    }
}
