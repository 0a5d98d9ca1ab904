package dev.lakelight.databricks.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lakelight.databricks.TestPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskGraphTest {

    private static ArrayNode graph(Compute compute, List<PlannedTest> tests, int parallel, String drop) {
        return new TaskGraph("/Users/me/x", compute, Map.of("t001_step1", new TaskBody.Notebook(Map.of("day", "1"))))
                .of(tests, parallel, drop);
    }

    private static List<String> edges(ArrayNode tasks) {
        List<String> edges = new ArrayList<>();

        for (JsonNode task : tasks) {
            List<String> before = new ArrayList<>();
            task.path("depends_on")
                    .forEach(other -> before.add(other.path("task_key").asText()));
            edges.add("%s after %s if %s"
                    .formatted(
                            task.path("task_key").asText(),
                            before,
                            task.path("run_if").asText()));
        }

        return edges;
    }

    @Test
    void runsTestsInLanesAndDropsCatalogsInTheEnd() {
        ArrayNode tasks = graph(
                new Compute.Serverless(),
                List.of(TestPlans.notebook(1), TestPlans.checked(2, null), TestPlans.checked(3, "boom")),
                2,
                "drop_0");

        assertThat(edges(tasks))
                .containsExactly(
                        "t001_seed after [] if ALL_SUCCESS",
                        "t001_step1 after [t001_seed] if ALL_SUCCESS",
                        "t002_seed after [] if ALL_SUCCESS",
                        "t002_step1 after [t002_seed] if ALL_SUCCESS",
                        "t002_check after [t002_step1] if ALL_SUCCESS",
                        "t003_seed after [t001_step1] if ALL_DONE",
                        "t003_step1 after [t003_seed] if ALL_SUCCESS",
                        "t003_check after [t003_step1] if ALL_DONE",
                        "drop after [t003_check, t002_check] if ALL_DONE");
    }

    @Test
    void saysWhatATaskRunsAndOn() {
        ArrayNode tasks = graph(new Compute.Existing("c-1"), List.of(TestPlans.notebook(1)), 1, "");

        assertThat(tasks.get(1))
                .hasToString("{\"task_key\":\"t001_step1\",\"run_if\":\"ALL_SUCCESS\","
                        + "\"depends_on\":[{\"task_key\":\"t001_seed\"}],"
                        + "\"notebook_task\":{\"notebook_path\":\"/Users/me/x/t001_step1\",\"source\":\"WORKSPACE\","
                        + "\"base_parameters\":{\"day\":\"1\"}},\"max_retries\":0,\"existing_cluster_id\":\"c-1\"}");
        assertThat(tasks).hasSize(2);
        Compute cluster = Compute.parse("{\"spark_version\": \"17.3.x-scala2.13\"}");
        assertThat(graph(cluster, List.of(TestPlans.notebook(1)), 1, "")
                        .get(0)
                        .path("job_cluster_key")
                        .asText())
                .isEqualTo("lakelight");
    }
}
