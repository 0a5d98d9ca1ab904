package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.RunFields.Times;
import dev.lakelight.workspace.job.run.LastAttempts;
import dev.lakelight.workspace.job.store.StoredRepair;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import java.util.List;

/** Runs of jobs on the wire. */
final class RunView {

    private static final List<String> OVERRIDES = List.of(
            "dbt_commands",
            "jar_params",
            "notebook_params",
            "pipeline_params",
            "python_named_params",
            "python_params",
            "spark_submit_params",
            "sql_params");

    private final RunPages pages;
    private final StoredRun run;
    private final List<StoredTaskRun> attempts;
    private final TaskView tasks;

    RunView(RunPages pages, StoredRun run, List<StoredTaskRun> attempts) {
        this.pages = pages;
        this.run = run;
        this.attempts = attempts;
        this.tasks = new TaskView(pages, run, attempts);
    }

    /** Return the run without its tasks. */
    ObjectNode base() {
        ObjectNode view = head(run.runId());
        view.put("number_in_job", run.runId());
        view.put("original_attempt_run_id", run.runId());
        view.put("attempt_number", 0);
        view.put("run_name", run.name());
        view.put("run_page_url", pages.url(run.runId()));
        view.put("queue_duration", run.beginTime() > 0 ? run.beginTime() - run.startTime() : 0);
        RunFields.times(view, new Times(run.startTime(), 0, run.endTime()));
        RunFields.standing(view, run.standing());
        parameters(view);
        single(view);
        return view;
    }

    private ObjectNode head(long runId) {
        ObjectNode view = WireJson.mapper().createObjectNode();
        view.put("job_id", run.jobId());
        view.put("run_id", runId);
        view.put("creator_user_name", run.creator());
        view.put("run_type", run.type().name());
        view.put("trigger", run.trigger());
        view.put("format", "MULTI_TASK");

        if (run.parentTaskRunId() != null) {
            view.putObject("trigger_info").put("run_id", run.parentTaskRunId());
        }

        copy(view, "schedule");
        copy(view, "git_source");
        copy(view, "description");
        return view;
    }

    private void copy(ObjectNode view, String field) {
        if (run.settings().hasNonNull(field)) {
            view.set(field, run.settings().get(field));
        }
    }

    private void parameters(ObjectNode view) {
        JsonNode given = run.parameters();
        ArrayNode ofJob = WireJson.mapper().createArrayNode();
        run.settings().path("parameters").forEach(parameter -> {
            ObjectNode item = ofJob.addObject();
            String name = parameter.path("name").asText();
            item.put("name", name);
            item.put("default", parameter.path("default").asText());
            JsonNode value = given.path("job_parameters").path(name);

            if (!value.isMissingNode()) {
                item.put("value", value.asText());
            }
        });

        if (!ofJob.isEmpty()) {
            view.set("job_parameters", ofJob);
        }

        if (OVERRIDES.stream().anyMatch(given::has)) {
            ObjectNode overriding = view.putObject("overriding_parameters");
            OVERRIDES.stream().filter(given::has).forEach(field -> overriding.set(field, given.get(field)));
        }
    }

    /** A run with one task is told as old clients read it, too. */
    private void single(ObjectNode view) {
        List<StoredTaskRun> last = last();

        if (run.settings().path("format").asText().equals(SingleTask.FORMAT) && last.size() == 1) {
            SingleTask.describe(tasks.wire(last.get(0)), view);
            TaskView.cluster(view, last.get(0));
        }
    }

    /** Return the last attempts at its tasks, without those at iterations. */
    List<StoredTaskRun> last() {
        return LastAttempts.of(
                attempts.stream().filter(each -> !each.isIteration()).toList());
    }

    /** Return its tasks with their last attempts, or with all. */
    List<ObjectNode> tasks(boolean withHistory) {
        List<StoredTaskRun> shown = withHistory
                ? attempts.stream().filter(each -> !each.isIteration()).toList()
                : last();
        return shown.stream().map(tasks::of).toList();
    }

    /** Return one of its tasks as a run. */
    ObjectNode task(StoredTaskRun attempt) {
        ObjectNode view = head(attempt.runId());
        view.put("job_run_id", run.runId());
        view.put("number_in_job", attempt.runId());
        view.put("original_attempt_run_id", attempt.originalRunId());
        view.put("run_name", attempt.label());
        tasks.describe(view, attempt);
        RunFields.times(view, TaskView.times(attempt));
        RunFields.standing(view, attempt.standing());
        SingleTask.describe(tasks.wire(attempt), view);
        view.putArray("tasks").add(tasks.of(attempt));
        List<StoredTaskRun> iterations = tasks.iterations(attempt);

        if (!iterations.isEmpty()) {
            ArrayNode array = view.putArray("iterations");
            iterations.forEach(iteration -> array.add(tasks.of(iteration)));
        }

        return view;
    }

    /** Return the first run and its repairs. */
    ArrayNode history(List<StoredRepair> repairs) {
        ArrayNode history = WireJson.mapper().createArrayNode();
        ObjectNode first = history.addObject().put("type", "ORIGINAL").put("start_time", run.startTime());
        ids(first, 0);
        RunFields.standing(first, run.standing());
        repairs.forEach(repair -> {
            ObjectNode item = history.addObject()
                    .put("type", "REPAIR")
                    .put("id", repair.repairId())
                    .put("start_time", repair.startTime());

            if (repair.endTime() > 0) {
                item.put("end_time", repair.endTime());
            }

            ids(item, repair.repairId());
            RunFields.standing(item, repair.standing());
        });
        return history;
    }

    private void ids(ObjectNode item, long repairId) {
        ArrayNode ids = item.putArray("task_run_ids");
        attempts.stream()
                .filter(attempt -> attempt.repairId() == repairId)
                .forEach(attempt -> ids.add(attempt.runId()));
    }
}
