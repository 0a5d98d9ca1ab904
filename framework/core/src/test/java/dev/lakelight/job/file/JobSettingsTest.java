package dev.lakelight.job.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.job.Job;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.problem.UserError;
import org.junit.jupiter.api.Test;

/** Jobs from the settings that clients of the Jobs API send. */
class JobSettingsTest {

    private static Job read(String json) {
        try {
            return JobSettings.read("7", new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void leavesFilesThatAreNotThereAndKeysThatAreUnknown() {
        Job job = read("""
                {"name": "daily", "new_key": {"a": [1]}, "timeout_seconds": 60, "run_if": null,
                 "parameters": [{"name": "day", "default": "2011-12-09"}],
                 "tasks": [
                   {"task_key": "load", "max_retries": -1, "newer": true, "run_if": null,
                    "notebook_task": {"notebook_path": "/Users/a/load", "base_parameters": {"n": 1, "t": "\\u0007 \\ud83d\\ude00"}}},
                   {"task_key": "check", "depends_on": [{"task_key": "load"}],
                    "spark_jar_task": {"main_class_name": "A", "parameters": ["{{job.parameters.day}}"]}}]}
                """);

        assertThat(job.id()).isEqualTo("7");
        assertThat(job.name()).isEqualTo("daily");
        assertThat(job.timeout()).hasSeconds(60);
        assertThat(job.parameters()).containsEntry("day", "2011-12-09");
        assertThat(job.tasks()).extracting(Task::key).containsExactly("load", "check");
        assertThat(((TaskAction.Notebook) job.tasks().get(0).action()).path()).isEqualTo("/Users/a/load");
        assertThat(((TaskAction.Notebook) job.tasks().get(0).action()).parameters())
                .containsEntry("n", "1")
                .containsEntry("t", "\u0007 \ud83d\ude00");
    }

    @Test
    void tellsAllMistakesInOneLine() {
        assertThatThrownBy(() -> read("""
                        {"tasks": [
                          {"task_key": "a", "depends_on": [{"task_key": "b"}], "notebook_task": {"notebook_path": "x"}},
                          {"task_key": "c"},
                          {"task_key": "d", "notebook_task": {}}]}
                        """))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no task 'b'. The job has: a, c, d.")
                .hasMessageContaining("The task does nothing. Give one of: notebook_task")
                .hasMessageContaining("notebook_path")
                .message()
                .doesNotContain("job settings", "\n");
    }

    @Test
    void refusesWhatIsNoJob() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(UserError.class).hasMessageContaining("must be a mapping");
        assertThatThrownBy(() -> read("{}")).isInstanceOf(UserError.class).hasMessageContaining("tasks");
        assertThatThrownBy(() -> read("{\"tasks\": []}"))
                .isInstanceOf(UserError.class)
                .hasMessage("'tasks' has none. Give at least one.");
    }
}
