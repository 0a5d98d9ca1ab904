package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.lakelight.workspace.job.store.JobStore;
import dev.lakelight.workspace.job.store.Page;
import dev.lakelight.workspace.job.store.StoredJob;
import dev.lakelight.workspace.job.trigger.Triggers;
import dev.lakelight.workspace.permission.Grant;
import dev.lakelight.workspace.permission.PermissionLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Makes, changes and tells jobs, in one version of the API. */
final class JobRoutes implements Topic {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;
    private static final String JOB_ID = "job_id";
    private static final String NEW_SETTINGS = "new_settings";
    private static final String PAGE_TOKEN = "page_token";

    private final ApiVersion version;
    private final JobStore store;
    private final JobAccess access;
    private final SettingsCheck check;
    private final Triggers triggers;

    JobRoutes(ApiVersion version, JobStore store, JobAccess access, SettingsCheck check, Triggers triggers) {
        this.version = version;
        this.store = store;
        this.access = access;
        this.check = check;
        this.triggers = triggers;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("jobs")
                .post(version.path("create"), "create", this::create)
                .post(version.path("reset"), "reset", this::reset)
                .post(version.path("update"), "update", this::update)
                .post(version.path("delete"), "delete", this::delete)
                .get(version.path("get"), "get", this::get)
                .get(version.path("list"), "list", this::list)
                .list();
    }

    private ApiResponse create(ApiRequest request) {
        Parameters parameters = request.parameters();
        ObjectNode settings = SettingsForm.ofJob(parameters.values());
        var unused = check.check("0", settings);
        requireRunAs(request.caller(), settings, WireJson.mapper().missingNode());
        List<Grant> grants = access.grants(parameters, request.caller());
        StoredJob job = store.create(request.caller().name(), settings);
        access.give(job.jobId(), grants);
        triggers.set(job.jobId(), settings);
        return ApiResponse.json(Map.of(JOB_ID, job.jobId()));
    }

    private ApiResponse reset(ApiRequest request) {
        StoredJob job = job(request, PermissionLevel.CAN_MANAGE);
        ObjectNode sent = request.parameters()
                .object(NEW_SETTINGS)
                .orElseThrow(() -> ApiErrors.missingParameter(NEW_SETTINGS))
                .values();
        return changed(request, job, SettingsForm.ofJob(sent));
    }

    private ApiResponse update(ApiRequest request) {
        StoredJob job = job(request, PermissionLevel.CAN_MANAGE);
        ObjectNode changes = request.parameters()
                .object(NEW_SETTINGS)
                .map(Parameters::values)
                .orElseGet(WireJson.mapper()::createObjectNode);
        List<String> removed = request.parameters().texts("fields_to_remove");
        return changed(request, job, SettingsForm.ofChanged(SettingsUpdate.applied(job.settings(), changes, removed)));
    }

    private ApiResponse changed(ApiRequest request, StoredJob job, ObjectNode settings) {
        var unused = check.check(String.valueOf(job.jobId()), settings);
        requireRunAs(request.caller(), settings, job.settings().path("run_as"));
        store.replace(job.jobId(), settings);
        triggers.set(job.jobId(), settings);
        return ApiResponse.done();
    }

    /** Only administrators let jobs run as others. */
    private static void requireRunAs(Principal caller, ObjectNode settings, JsonNode before) {
        JsonNode runAs = settings.path("run_as");
        String name = runAs.path("user_name")
                .asText(runAs.path("service_principal_name").asText());

        if (!name.isEmpty() && !name.equals(caller.name()) && !runAs.equals(before) && !caller.isAdmin()) {
            throw ApiErrors.noPermission(caller.name(), "to run jobs as " + name, "this workspace");
        }
    }

    private ApiResponse delete(ApiRequest request) {
        StoredJob job = job(request, PermissionLevel.CAN_MANAGE);
        triggers.remove(job.jobId());
        store.delete(job.jobId());
        return ApiResponse.done();
    }

    private ApiResponse get(ApiRequest request) {
        StoredJob job = job(request, PermissionLevel.CAN_VIEW);
        ObjectNode view = new JobView(version, job).full();

        if (version.hasPagedArrays()) {
            LongArrays.cut(
                    (ObjectNode) view.path("settings"),
                    view,
                    request.parameters().optionalText(PAGE_TOKEN));
        }

        return ApiResponse.json(view);
    }

    private ApiResponse list(ApiRequest request) {
        Parameters parameters = request.parameters();
        LongPredicate visible = access.visible(request.caller());
        PageRequest wanted = PageRequest.of(parameters, USUAL_PAGE, LARGEST_PAGE);
        Page<StoredJob> page = store.list(
                parameters.optionalText("name").filter(name -> !name.isEmpty()).orElse(null),
                wanted.start(),
                wanted.size(),
                wanted.offset(),
                job -> visible.test(job.jobId()));
        boolean expand = parameters.flag("expand_tasks");
        ObjectNode answer = PageRequest.answer(page);
        ArrayNode jobs = WireJson.mapper().createArrayNode();
        page.items().forEach(job -> jobs.add(view(job, expand)));

        if (!jobs.isEmpty()) {
            answer.set("jobs", jobs);
        }

        return ApiResponse.json(answer);
    }

    private ObjectNode view(StoredJob job, boolean expand) {
        JobView view = new JobView(version, job);

        if (!expand) {
            return view.brief();
        }

        ObjectNode full = view.full();

        if (version.hasPagedArrays()) {
            LongArrays.cut((ObjectNode) full.path("settings"), full, Optional.empty());
            full.remove("next_page_token");
        }

        return full;
    }

    private StoredJob job(ApiRequest request, PermissionLevel needed) {
        StoredJob job = store.get(request.parameters().number(JOB_ID));
        access.require(request.caller(), job.jobId(), needed);
        return job;
    }
}
