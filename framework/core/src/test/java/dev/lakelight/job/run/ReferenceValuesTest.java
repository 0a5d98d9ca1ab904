package dev.lakelight.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.job.Job;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TaskRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conformance with what Databricks documents of dynamic value references. */
class ReferenceValuesTest {

    private static final Instant START = Instant.parse("2026-03-07T04:05:06.789Z");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    {{job.id}}                            | 42
                    {{job.name}}                          | Nightly
                    {{job.run_id}}                        | 7
                    {{job.repair_count}}                  | 0
                    {{job.start_time.iso_date}}           | 2026-03-07
                    {{job.start_time.iso_datetime}}       | 2026-03-07T04:05:06Z
                    {{job.start_time.iso_weekday}}        | 6
                    {{job.start_time.is_weekday}}         | false
                    {{job.start_time.timestamp_ms}}       | 1772856306789
                    {{job.start_time.year}}               | 2026
                    {{job.start_time.month}}              | 3
                    {{job.start_time.day}}                | 7
                    {{job.start_time.hour}}               | 4
                    {{job.start_time.minute}}             | 5
                    {{job.start_time.second}}             | 6
                    {{job.trigger.type}}                  | one_time
                    {{job.trigger.time.iso_date}}         | 2026-03-07
                    {{job.parameters.day}}                | monday
                    {{job.parameters.`the day`}}          | friday
                    {{task.name}}                         | report
                    {{task.run_id}}                       | 9
                    {{task.execution_count}}              | 2
                    {{task.notebook_path}}                | pipelines/report.sql
                    {{tasks.load.run_id}}                 | 8
                    {{tasks.load.result_state}}           | failed
                    {{tasks.load.error_code}}             | RunExecutionError
                    {{tasks.load.execution_count}}        | 1
                    {{tasks.load.values.name}}            | orders
                    {{tasks.load.values.`row count`}}     | 12
                    {{tasks.skipped.result_state}}        | excluded
                    {{workspace.id}}                      | 0
                    {{workspace.url}}                     | https://localhost
                    {{input}}                             | {"table":"a","keys":[1,2],"deep":{"x":true}}
                    {{input.table}}                       | a
                    {{input.keys}}                        | [1,2]
                    {{input.deep.x}}                      | true
                    of {{job.name}}: {{ task.name }}      | of Nightly: report
                    {{job.name}                           | {{job.name}
                    {{other.name}}                        | {{other.name}}
                    """)
    void replacesReferences(String text, String value) throws JsonProcessingException {
        assertThat(values().apply(text)).isEqualTo(value);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> values().apply("{{tasks.later.result_state}}"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "{{tasks.later.result_state}} is not known yet: parameters of a job have their values before its"
                                + " tasks run. Put it into the task that needs it.");
        assertThatThrownBy(() -> values().apply("{{input.none}}"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("{{input.none}} has no value: the input is {\"table\":\"a\"");
        assertThatThrownBy(() -> values().apply("{{job.parameters.other}}"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "{{job.parameters.other}} has no value here: parameters of a job do not refer to each other.");
    }

    private static ReferenceValues values() throws JsonProcessingException {
        TaskValues values = new TaskValues();
        values.set("load", "name", "\"orders\"");
        values.set("load", "row count", "12");
        JsonNode input = new ObjectMapper().readTree("{\"table\":\"a\",\"keys\":[1,2],\"deep\":{\"x\":true}}");
        RunFacts facts = new RunFacts(
                job(),
                new RunOrder.About(7, "one_time", 0, "0", "https://localhost"),
                START,
                new OwnIds(),
                new ConcurrentHashMap<>(Map.of("load", 8L)));
        return new ReferenceValues(
                facts,
                Map.of("day", "monday", "the day", "friday"),
                Map.of("load", task("load", RunState.FAILED), "skipped", task("skipped", RunState.EXCLUDED)),
                values,
                new ReferenceValues.Attempt("report", 2, 9, "pipelines/report.sql", input));
    }

    private static Job job() {
        SourceLocation source = new SourceLocation("job.json", 1);
        return new Job("nightly", "42", "Nightly", source, Map.of(), List.of(), Duration.ZERO, null, List.of());
    }

    private static TaskRun task(String key, RunState state) {
        AttemptRun attempt = new AttemptRun(1, state, START, Duration.ZERO, null, null);
        return new TaskRun(
                key,
                "notebook_task",
                List.of(),
                state,
                START,
                Duration.ZERO,
                List.of(attempt),
                List.of(),
                null,
                null,
                null);
    }
}
