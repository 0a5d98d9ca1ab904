package dev.lakelight.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceNamesTest {

    private static final ReferenceNames NAMES = new ReferenceNames(
            Set.of("day", "a b"), new ReferenceNames.Tasks(Set.of("load", "report"), Set.of("load"), "report"), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{job.id}}",
                "{{job.name}}",
                "{{job.run_id}}",
                "{{job.repair_count}}",
                "{{job.start_time.iso_date}}",
                "{{job.start_time.iso_datetime}}",
                "{{job.start_time.timestamp_ms}}",
                "{{job.start_time.year}}",
                "{{job.parameters.day}}",
                "{{job.parameters.`a b`}}",
                "{{job.trigger.type}}",
                "{{job.trigger.time.iso_date}}",
                "{{job.trigger.file_arrival.location}}",
                "{{task.name}}",
                "{{task.run_id}}",
                "{{task.execution_count}}",
                "{{task.notebook_path}}",
                "{{tasks.load.run_id}}",
                "{{tasks.load.result_state}}",
                "{{tasks.load.error_code}}",
                "{{tasks.load.execution_count}}",
                "{{tasks.load.values.rows}}",
                "{{tasks.`load`.values.`a.b`}}",
                "{{workspace.id}}",
                "{{workspace.url}}",
                "{{ job.id }} and {{ task.name }}"
            })
    void knowsTheReferencesOfDatabricks(String text) {
        assertThat(NAMES.problemIn(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{other.thing}}", "{{my.value}", "{job.id}", "{{job-id}}", "{{}}", "plain"})
    void takesOtherTextAsItIs(String text) {
        assertThat(NAMES.problemIn(text)).isEmpty();
        assertThat(DynamicReference.resolve(text, reference -> "replaced")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {{task.naem}} | Unknown reference {{task.naem}}. Known are: task.name, task.run_id, task.execution_count, task.notebook_path. Perhaps you mean 'task.name'.
                    {{workspace.host}} | Unknown reference {{workspace.host}}. Known are: workspace.id, workspace.url.
                    {{tasks.laod.run_id}} | {{tasks.laod.run_id}} refers to a task 'laod' that the job does not have. Perhaps you mean 'load'.
                    {{tasks.report.run_id}} | {{tasks.report.run_id}} is not known yet: the task 'report' refers to itself. Refer to one that ends before it.
                    {{tasks.load.state}} | Unknown reference {{tasks.load.state}}. Known are: tasks.load.run_id, tasks.load.result_state, tasks.load.error_code, tasks.load.execution_count, tasks.load.values.<key>.
                    {{job.start_time.iso}} | Unknown reference {{job.start_time.iso}}. Known are: job.start_time.iso_date, job.start_time.iso_datetime, job.start_time.iso_weekday, job.start_time.is_weekday, job.start_time.year, job.start_time.month, job.start_time.day, job.start_time.hour, job.start_time.minute, job.start_time.second, job.start_time.timestamp_ms.
                    {{input.x}} | {{input.x}} is known only to the task of a for_each_task.
                    """)
    void rejectsUnknownNamesOfAKnownNamespace(String text, String problem) {
        assertThat(NAMES.problemIn(text)).contains(problem);
    }
}
