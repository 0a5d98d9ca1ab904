package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.RunFields.Times;
import dev.lakelight.workspace.job.run.LastAttempts;
import dev.lakelight.workspace.job.run.WireTasks;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs of tasks on the wire: what the task is, and how its attempt stands. */
final class TaskView {

    private final RunPages pages;
    private final StoredRun run;
    private final WireTasks tasks;
    private final Map<Long, List<StoredTaskRun>> iterations;

    TaskView(RunPages pages, StoredRun run, List<StoredTaskRun> attempts) {
        this.pages = pages;
        this.run = run;
        this.tasks = WireTasks.of(run.settings());
        this.iterations = attempts.stream()
                .filter(StoredTaskRun::isIteration)
                .sorted(Comparator.comparingInt(StoredTaskRun::iteration))
                .collect(Collectors.groupingBy(
                        attempt -> Objects.requireNonNull(attempt.parentTaskRunId()),
                        Collectors.collectingAndThen(Collectors.toList(), LastAttempts::of)));
    }

    ObjectNode of(StoredTaskRun attempt) {
        JsonNode task = wire(attempt);
        ObjectNode view = task instanceof ObjectNode found
                ? found.deepCopy()
                : WireJson.mapper().createObjectNode();
        view.put("task_key", attempt.label());
        describe(view, attempt);
        RunFields.times(view, times(attempt));
        RunFields.standing(view, attempt.standing());

        if (run.settings().path("git_source").isObject()) {
            view.set("git_source", run.settings().path("git_source"));
        }

        return view;
    }

    /** Return the task that an attempt is for, as the job has it. */
    JsonNode wire(StoredTaskRun attempt) {
        return tasks.find(attempt.taskKey()).orElse(WireJson.mapper().missingNode());
    }

    List<StoredTaskRun> iterations(StoredTaskRun attempt) {
        return iterations.getOrDefault(attempt.runId(), List.of());
    }

    static Times times(StoredTaskRun attempt) {
        return new Times(attempt.startTime(), attempt.beginTime(), attempt.endTime());
    }

    void describe(ObjectNode view, StoredTaskRun attempt) {
        view.put("run_id", attempt.runId());
        view.put("attempt_number", attempt.attemptNumber());
        view.put("run_page_url", pages.url(attempt.runId()));
        cluster(view, attempt);

        if (view.get("condition_task") instanceof ObjectNode condition && attempt.value() != null) {
            condition.put("outcome", attempt.value());
        }

        if (view.get("for_each_task") instanceof ObjectNode each) {
            stats(each, iterations(attempt));
        }
    }

    static void cluster(ObjectNode view, StoredTaskRun attempt) {
        if (attempt.clusterId() != null) {
            view.putObject("cluster_instance")
                    .put("cluster_id", attempt.clusterId())
                    .put("spark_context_id", attempt.sparkContextId());
        }
    }

    private static void stats(ObjectNode each, List<StoredTaskRun> runs) {
        long completed =
                runs.stream().filter(run -> run.standing().lifeCycle().isOver()).count();
        long succeeded = runs.stream()
                .filter(run -> "SUCCESS".equals(run.standing().result()))
                .count();
        each.putObject("stats")
                .putObject("task_run_stats")
                .put("total_iterations", runs.size())
                .put("active_iterations", runs.size() - completed)
                .put("completed_iterations", completed)
                .put("succeeded_iterations", succeeded)
                .put("failed_iterations", completed - succeeded)
                .put("scheduled_iterations", runs.size());
    }
}
