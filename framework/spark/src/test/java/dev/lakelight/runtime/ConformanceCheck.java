package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TableSample;
import dev.lakelight.result.TaskRun;
import dev.lakelight.result.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Compares a run with what a row expects of it. */
final class ConformanceCheck {

    private final ConformanceRow row;
    private final Map<String, Object> expected;
    private final TestLake lake;

    ConformanceCheck(ConformanceRow row, TestLake lake) {
        this.row = row;
        this.expected = row.expected();
        this.lake = lake;
        assertThat(expected).as(text("what is expected")).isNotEmpty();
    }

    private String text(String what) {
        return row + ": " + what;
    }

    void notebook(NotebookRun run) {
        failure(run.failure().map(Throwable::getMessage).orElse(""));
        List<CellRun> cells = run.record().cells();
        expected.forEach((what, value) -> {
            switch (what) {
                case "fails" -> {}
                case "type" ->
                    assertThat("." + run.record().problem().type())
                            .as(text(what))
                            .endsWith("." + value);
                case "shown" -> assertThat(shown(cells)).as(text(what)).isEqualTo(value);
                case "columns" ->
                    assertThat(last(cells).columns()).as(text(what)).isEqualTo(value);
                case "printed" -> assertThat(printed(cells)).as(text(what)).isEqualTo(value);
                case "warnings" ->
                    assertThat(run.warnings())
                            .extracting(Warning::text)
                            .as(text(what))
                            .isEqualTo(value);
                case "exit" -> assertThat(run.exitValue()).as(text(what)).isEqualTo(Optional.of(value));
                case "cells" ->
                    assertThat(cells)
                            .extracting(cell -> cell.language() + " " + cell.status())
                            .isEqualTo(value);
                case "tables" -> tables(value);
                default -> throw new IllegalArgumentException("nothing is known of " + what);
            }
        });
    }

    private void failure(String message) {
        if (expected.containsKey("fails")) {
            assertThat(message).as(text("failure")).contains((String) expected.get("fails"));
        } else {
            assertThat(message).as(text("failure")).isEmpty();
        }
    }

    void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .as(text("refusal"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining((String) expected.get("refused"));
    }

    void job(JobRun run) {
        expected.forEach((what, value) -> {
            switch (what) {
                case "state" -> assertThat(run.state()).as(text(what)).hasToString((String) value);
                case "tasks" ->
                    assertThat(ofTasks(run, task -> task.state().name()))
                            .as(text(what))
                            .isEqualTo(value);
                case "values" ->
                    assertThat(ofTasks(run, task -> String.valueOf(task.value())))
                            .as(text(what))
                            .containsAllEntriesOf(texts(value));
                case "reasons" ->
                    texts(value)
                            .forEach((task, reason) -> assertThat(
                                            reason(run.task(task).orElseThrow()))
                                    .as(text(task))
                                    .contains(reason));
                case "attempts" ->
                    assertThat(ofTasks(
                                    run, task -> String.valueOf(task.attempts().size())))
                            .as(text(what))
                            .containsAllEntriesOf(texts(value));
                case "iterations" ->
                    assertThat(run.tasks().get(0).iterations())
                            .extracting(iteration -> iteration.key() + " " + iteration.state())
                            .isEqualTo(value);
                case "tables" -> tables(value);
                default -> throw new IllegalArgumentException("nothing is known of " + what);
            }
        });
    }

    private void tables(Object value) {
        ((Map<?, ?>) value)
                .forEach((query, rows) -> assertThat(lake.rows((String) query))
                        .as(text((String) query))
                        .isEqualTo(rows));
    }

    private List<List<String>> shown(List<CellRun> cells) {
        return last(cells).rows();
    }

    private TableSample last(List<CellRun> cells) {
        TableSample last = cells.get(cells.size() - 1).output();
        assertThat(last).as(text("result of the last cell")).isNotNull();
        return last;
    }

    private static String printed(List<CellRun> cells) {
        return cells.stream()
                .map(CellRun::text)
                .collect(Collectors.joining())
                .replace("\r\n", "\n")
                .strip();
    }

    private static Map<String, String> ofTasks(JobRun run, Function<TaskRun, String> fact) {
        Map<String, String> facts = new LinkedHashMap<>();
        run.tasks().forEach(task -> facts.put(task.key(), fact.apply(task)));
        return facts;
    }

    private static String reason(TaskRun task) {
        return Optional.ofNullable(task.problem()).map(Problem::message).orElse("");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Object value) {
        return (Map<String, String>) value;
    }
}
