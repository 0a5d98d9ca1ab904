package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.job.run.TaskValue;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run keeps of what was done before.
 *
 * @param repairId 0 for a first run
 * @param number how many repairs there are with this one
 * @param parameters what the tasks are given
 * @param earlier tasks that are not run again, by key
 * @param values that they have set
 */
record Rerun(long repairId, int number, JsonNode parameters, Map<String, TaskRun> earlier, List<TaskValue> values) {

    static Rerun none(StoredRun run) {
        return new Rerun(0, 0, run.parameters(), Map.of(), List.of());
    }

    /** Keep the results of all tasks but some. */
    static Rerun of(long repairId, int number, JsonNode parameters, List<StoredTaskRun> tasks, Set<String> again) {
        Map<String, TaskRun> earlier = new LinkedHashMap<>();
        List<TaskValue> values = new ArrayList<>();
        tasks.stream()
                .filter(task -> !task.isIteration() && !again.contains(task.label()))
                .forEach(task -> {
                    earlier.put(task.label(), earlier(task));
                    task.taskValues()
                            .properties()
                            .forEach(value -> values.add(new TaskValue(
                                    task.label(),
                                    value.getKey(),
                                    value.getValue().asText())));
                });
        return new Rerun(repairId, number, parameters, earlier, values);
    }

    private static TaskRun earlier(StoredTaskRun task) {
        RunState state =
                RunState.valueOf(Objects.requireNonNullElse(task.standing().result(), "CANCELED"));
        return new TaskRun(
                task.label(),
                "task",
                List.of(),
                state,
                null,
                Duration.ZERO,
                List.of(),
                List.of(),
                null,
                task.value(),
                null);
    }
}
