package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.run.AttemptOutput;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.store.Page;
import dev.lakelight.workspace.job.store.RunFilter;
import dev.lakelight.workspace.job.store.RunType;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import dev.lakelight.workspace.permission.PermissionLevel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells runs and what they have left, in one version of the API. */
final class RunReadRoutes implements Topic {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 25;
    private static final String RUN_ID = "run_id";
    private static final String PAGE_TOKEN = "page_token";

    private final ApiVersion version;
    private final RunStores stores;
    private final JobAccess access;
    private final RunPages pages;

    RunReadRoutes(ApiVersion version, RunStores stores, JobAccess access, RunPages pages) {
        this.version = version;
        this.stores = stores;
        this.access = access;
        this.pages = pages;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("jobs")
                .get(version.path("runs/get"), "getRun", this::get)
                .get(version.path("runs/list"), "listRuns", this::list)
                .get(version.path("runs/get-output"), "getRunOutput", this::output)
                .get(version.path("runs/export"), "exportRun", this::export)
                .list();
    }

    private ApiResponse get(ApiRequest request) {
        Parameters parameters = request.parameters();
        long id = parameters.number(RUN_ID);
        Optional<StoredTaskRun> task = stores.tasks().find(id);

        if (task.isPresent()) {
            StoredRun run = visible(request.caller(), task.get().jobRunId());
            return ApiResponse.json(view(run).task(task.get()));
        }

        StoredRun run = visible(request.caller(), id);
        RunView view = view(run);
        ObjectNode answer = view.base();
        boolean history = parameters.flag("include_history");
        addArrays(answer, run, view.tasks(history));

        if (history) {
            answer.set("repair_history", view.history(stores.repairs().of(id)));
        }

        if (version.hasPagedArrays()) {
            LongArrays.cut(answer, answer, parameters.optionalText(PAGE_TOKEN));
        }

        return ApiResponse.json(answer);
    }

    private static void addArrays(ObjectNode answer, StoredRun run, List<ObjectNode> tasks) {
        answer.putArray("tasks").addAll(tasks);

        if (run.settings().hasNonNull("job_clusters")) {
            answer.set("job_clusters", run.settings().get("job_clusters"));
        }
    }

    private RunView view(StoredRun run) {
        return new RunView(pages, run, stores.tasks().of(run.runId()));
    }

    private StoredRun visible(Principal caller, long runId) {
        StoredRun run = stores.runs().get(runId);
        access.require(caller, run.jobId(), PermissionLevel.CAN_VIEW);
        return run;
    }

    private ApiResponse list(ApiRequest request) {
        Parameters parameters = request.parameters();
        RunFilter filter = filter(parameters);
        LongPredicate visible = access.visible(request.caller());
        PageRequest wanted = PageRequest.of(parameters, USUAL_PAGE, LARGEST_PAGE);
        Page<StoredRun> page = stores.runs()
                .list(filter, wanted.start(), wanted.size(), wanted.offset(), run -> visible.test(run.jobId()));
        ObjectNode answer = PageRequest.answer(page);

        if (!page.items().isEmpty()) {
            answer.set("runs", views(page.items(), parameters.flag("expand_tasks")));
        }

        return ApiResponse.json(answer);
    }

    private static RunFilter filter(Parameters parameters) {
        boolean active = parameters.flag("active_only");
        boolean completed = parameters.flag("completed_only");

        if (active && completed) {
            throw ApiErrors.invalid("active_only and completed_only cannot be true together.");
        }

        @Nullable Boolean isActive = (active || completed) ? Boolean.valueOf(active) : null;
        return new RunFilter(
                number(parameters, "job_id"),
                isActive,
                parameters.constant("run_type", RunType.class).orElse(null),
                number(parameters, "start_time_from"),
                number(parameters, "start_time_to"));
    }

    private static @Nullable Long number(Parameters parameters, String name) {
        OptionalLong number = parameters.optionalNumber(name);
        return number.isPresent() && number.getAsLong() != 0 ? Long.valueOf(number.getAsLong()) : null;
    }

    private ArrayNode views(List<StoredRun> runs, boolean expand) {
        Map<Long, List<StoredTaskRun>> tasks = stores
                .tasks()
                .of(runs.stream().map(StoredRun::runId).toList())
                .stream()
                .collect(Collectors.groupingBy(StoredTaskRun::jobRunId));
        ArrayNode views = WireJson.mapper().createArrayNode();
        runs.forEach(run -> {
            RunView view = new RunView(pages, run, tasks.getOrDefault(run.runId(), List.of()));
            ObjectNode item = view.base();

            if (expand) {
                addArrays(item, run, view.tasks(false));
                LongArrays.cut(item, item, Optional.empty());
                item.remove("next_page_token");
            }

            views.add(item);
        });
        return views;
    }

    private ApiResponse output(ApiRequest request) {
        StoredTaskRun task = task(request);
        StoredRun run = visible(request.caller(), task.jobRunId());
        ObjectNode metadata = view(run).task(task);
        AttemptOutput output = AttemptOutput.read(stores.tasks().output(task.runId()));
        return ApiResponse.json(new OutputView(metadata, task, output).view());
    }

    /** A run with one task stands for that. */
    private StoredTaskRun task(ApiRequest request) {
        long id = request.parameters().number(RUN_ID);
        Optional<StoredTaskRun> task = stores.tasks().find(id);

        if (task.isPresent()) {
            return task.get();
        }

        List<StoredTaskRun> last = view(visible(request.caller(), id)).last();

        if (last.size() != 1) {
            throw ApiErrors.invalid(
                    "Retrieving the output of runs with multiple tasks is not supported. Please retrieve"
                            + " the output of each individual task run instead.");
        }

        return last.get(0);
    }

    private ApiResponse export(ApiRequest request) {
        StoredTaskRun task = task(request);
        StoredRun run = visible(request.caller(), task.jobRunId());
        String views = request.parameters()
                .optionalText("views_to_export")
                .orElse("CODE")
                .toUpperCase(Locale.ROOT);

        if (!List.of("CODE", "DASHBOARDS", "ALL").contains(views)) {
            throw ApiErrors.unknownConstant("views_to_export", views, List.of("CODE", "DASHBOARDS", "ALL"));
        }

        AttemptOutput output = AttemptOutput.read(stores.tasks().output(task.runId()));
        boolean isNotebook = view(run).task(task).path("task").has("notebook_task");

        if (!isNotebook || output.module() == null) {
            throw ApiErrors.invalid(
                    "Run %d has run no notebook, so there is nothing to export.".formatted(task.runId()));
        }

        ArrayNode items = WireJson.mapper().createArrayNode();

        if (!views.equals("DASHBOARDS")) {
            items.addObject()
                    .put("name", NotebookHtml.name(output.module()))
                    .put("type", "NOTEBOOK")
                    .put("content", NotebookHtml.of(output.module()));
        }

        return ApiResponse.json(WireJson.mapper().createObjectNode().set("views", items));
    }
}
