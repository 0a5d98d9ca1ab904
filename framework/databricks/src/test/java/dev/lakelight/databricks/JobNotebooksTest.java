package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.problem.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a given job runs has to be what is tested. */
class JobNotebooksTest {

    private static final TestedSource SOURCE = new TestedSource("https://x/shop", "gitHub", "main", "0".repeat(40));

    private static JsonNode job(String task) throws JsonProcessingException {
        return new ObjectMapper().readTree("""
                {"name": "nightly", "run_as": {"user_name": "ada"}, "schedule": {}, "tasks": [%s]}""".formatted(task));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"notebook_task\": {\"notebook_path\": \"%s\"}}",
                "{\"spark_python_task\": {\"python_file\": \"%s\"}}",
                "{\"sql_task\": {\"file\": {\"path\": \"%s\"}}}",
                "{\"dbt_task\": {\"project_directory\": \"%s\"}}",
                "{\"for_each_task\": {\"task\": {\"notebook_task\": {\"notebook_path\": \"%s\"}}}}",
            })
    void takesNothingFromTheWorkspace(String task) throws JsonProcessingException {
        JsonNode copy = JobNotebooks.atCommit(job(task.formatted("a/b")), SOURCE);

        assertThat(copy.findValuesAsText("source")).containsExactly("GIT");
        assertThat(copy.at("/git_source/git_commit").asText()).isEqualTo("0".repeat(40));
        assertThat(copy.has("schedule") || copy.has("run_as")).isFalse();
        JsonNode elsewhere = job(task.formatted("/Shared/b"));
        assertThatThrownBy(() -> JobNotebooks.atCommit(elsewhere, SOURCE))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The job takes /Shared/b from the workspace, ");
    }
}
