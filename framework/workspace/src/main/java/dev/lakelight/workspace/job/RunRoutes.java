package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.Job;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.job.run.RunLauncher;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.store.LifeCycle;
import dev.lakelight.workspace.job.store.NewRun;
import dev.lakelight.workspace.job.store.RunType;
import dev.lakelight.workspace.job.store.StoredJob;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import dev.lakelight.workspace.permission.Grant;
import dev.lakelight.workspace.permission.PermissionLevel;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Starts, cancels and repairs runs, in one version of the API. */
final class RunRoutes implements Topic {

    private static final String RUN_ID = "run_id";
    private static final String JOB_ID = "job_id";
    private static final String ONE_TIME = "ONE_TIME";
    private static final int LONGEST_TOKEN = 64;

    private final ApiVersion version;
    private final RunStores stores;
    private final RunLauncher launcher;
    private final JobAccess access;
    private final SettingsCheck check;

    RunRoutes(ApiVersion version, RunStores stores, RunLauncher launcher, JobAccess access, SettingsCheck check) {
        this.version = version;
        this.stores = stores;
        this.launcher = launcher;
        this.access = access;
        this.check = check;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("jobs")
                .post(version.path("run-now"), "runNow", this::runNow)
                .post(version.path("runs/submit"), "submitRun", this::submit)
                .post(version.path("runs/cancel"), "cancel", this::cancel)
                .post(version.path("runs/cancel-all"), "cancelAllRuns", this::cancelAll)
                .post(version.path("runs/repair"), "repairRun", this::repair)
                .post(version.path("runs/delete"), "deleteRun", this::delete)
                .list();
    }

    private ApiResponse runNow(ApiRequest request) {
        Parameters parameters = request.parameters();
        StoredJob job = stores.jobs().get(parameters.number(JOB_ID));
        access.require(request.caller(), job.jobId(), PermissionLevel.CAN_MANAGE_RUN);
        Job read = check.check(String.valueOf(job.jobId()), job.settings());
        ObjectNode given = RunParametersCheck.read(parameters, job.settings(), read);
        NewRun run = new NewRun(
                job.jobId(),
                RunType.JOB_RUN,
                job.name(),
                job.creator(),
                ONE_TIME,
                null,
                token(parameters),
                job.settings(),
                given);
        long runId = launcher.start(run, mayWait(parameters, job.settings())).runId();
        return ApiResponse.json(Map.of(RUN_ID, runId, "number_in_job", runId));
    }

    private static boolean mayWait(Parameters parameters, ObjectNode settings) {
        return parameters
                .object("queue")
                .map(queue -> queue.flag("enabled"))
                .orElseGet(() -> settings.path("queue").path("enabled").asBoolean());
    }

    private static @Nullable String token(Parameters parameters) {
        String token = parameters.optionalText("idempotency_token").orElse("");

        if (token.length() > LONGEST_TOKEN) {
            throw ApiErrors.invalid("idempotency_token must have at most %d characters.".formatted(LONGEST_TOKEN));
        }

        return token.isEmpty() ? null : token;
    }

    private ApiResponse submit(ApiRequest request) {
        Parameters parameters = request.parameters();
        @Nullable String token = token(parameters);
        OptionalLong before =
                token == null ? OptionalLong.empty() : stores.runs().withToken(0, token);

        if (before.isPresent()) {
            StoredRun run = stores.runs().get(before.getAsLong());
            access.require(request.caller(), run.jobId(), PermissionLevel.CAN_VIEW);
            return ApiResponse.json(Map.of(RUN_ID, run.runId()));
        }

        ObjectNode settings = SettingsForm.ofSubmit(parameters.values());
        Job read = check.check("0", settings);
        List<Grant> grants = access.grants(parameters, request.caller());
        requireOwnRun(request.caller(), settings);
        long jobId = stores.jobs().oneTimeId();
        access.give(jobId, grants);
        NewRun run = new NewRun(
                jobId,
                RunType.SUBMIT_RUN,
                read.name(),
                request.caller().name(),
                ONE_TIME,
                null,
                token,
                settings,
                settings.objectNode());
        return ApiResponse.json(Map.of(RUN_ID, launcher.start(run, true).runId()));
    }

    private static void requireOwnRun(Principal caller, ObjectNode settings) {
        String name = settings.path("run_as")
                .path("user_name")
                .asText(settings.path("run_as").path("service_principal_name").asText(caller.name()));

        if (!name.equals(caller.name()) && !caller.isAdmin()) {
            throw ApiErrors.noPermission(caller.name(), "to run jobs as " + name, "this workspace");
        }
    }

    private ApiResponse cancel(ApiRequest request) {
        launcher.cancel(run(request, PermissionLevel.CAN_MANAGE_RUN).runId());
        return ApiResponse.done();
    }

    private ApiResponse cancelAll(ApiRequest request) {
        Parameters parameters = request.parameters();
        boolean onlyQueued = parameters.flag("all_queued_runs");
        long jobId = parameters.optionalNumber(JOB_ID).orElse(0);

        if (jobId == 0 && !onlyQueued) {
            throw ApiErrors.missingParameter(JOB_ID);
        }

        if (jobId != 0) {
            long unused = stores.jobs().get(jobId).jobId();
            access.require(request.caller(), jobId, PermissionLevel.CAN_MANAGE_RUN);
        }

        var visible = access.visible(request.caller());
        stores.runs().active(jobId).stream()
                .filter(run -> !onlyQueued || run.standing().lifeCycle() == LifeCycle.QUEUED)
                .filter(run -> jobId != 0 || visible.test(run.jobId()))
                .filter(run ->
                        jobId != 0 || access.allows(request.caller(), run.jobId(), PermissionLevel.CAN_MANAGE_RUN))
                .forEach(run -> launcher.cancel(run.runId()));
        return ApiResponse.done();
    }

    private ApiResponse repair(ApiRequest request) {
        StoredRun run = run(request, PermissionLevel.CAN_MANAGE_RUN);
        Job read = check.check(String.valueOf(run.jobId()), run.settings());
        Repair repair = Repair.read(request.parameters(), run, stores, read);
        return ApiResponse.json(Map.of("repair_id", launcher.repair(run, repair.tasks(), repair.parameters())));
    }

    private ApiResponse delete(ApiRequest request) {
        StoredRun run = run(request, PermissionLevel.CAN_MANAGE);

        if (run.isActive()) {
            throw ApiErrors.invalidState(
                    "Run %d is active. Cancel it, and delete it when it is over.".formatted(run.runId()));
        }

        stores.runs().delete(run.runId());
        return ApiResponse.done();
    }

    /** A run of a task stands for the run that it belongs to. */
    private StoredRun run(ApiRequest request, PermissionLevel needed) {
        long id = request.parameters().number(RUN_ID);
        StoredRun run = stores.tasks()
                .find(id)
                .map(StoredTaskRun::jobRunId)
                .map(stores.runs()::get)
                .orElseGet(() -> stores.runs().get(id));
        access.require(request.caller(), run.jobId(), needed);
        return run;
    }
}
