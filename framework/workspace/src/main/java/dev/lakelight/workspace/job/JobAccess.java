package dev.lakelight.workspace.job;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.store.Page;
import dev.lakelight.workspace.job.store.RunFilter;
import dev.lakelight.workspace.permission.AccessRequest;
import dev.lakelight.workspace.permission.Grant;
import dev.lakelight.workspace.permission.PermissionLevel;
import dev.lakelight.workspace.permission.Permissions;
import dev.lakelight.workspace.permission.Securable;
import dev.lakelight.workspace.permission.SecurableSource;
import dev.lakelight.workspace.permission.SecurableType;
import dev.lakelight.workspace.permission.SecuredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** Who may do what with jobs and their runs. A run has the permissions of its job, also when the job is gone. */
final class JobAccess implements SecurableSource {

    private final RunStores stores;
    private final Permissions permissions;
    private final AccessRequest requests;

    JobAccess(RunStores stores, Permissions permissions, AccessRequest requests) {
        this.stores = stores;
        this.permissions = permissions;
        this.requests = requests;
    }

    boolean allows(Principal caller, long jobId, PermissionLevel needed) {
        return permissions.allow(caller, secured(jobId), needed);
    }

    void require(Principal caller, long jobId, PermissionLevel needed) {
        if (!allows(caller, jobId, needed)) {
            throw ApiErrors.noJobPermission(caller.name(), words(needed), jobId);
        }
    }

    private static String words(PermissionLevel needed) {
        return switch (needed) {
            case CAN_VIEW -> "View or Admin or Manage Run or Owner";
            case CAN_MANAGE_RUN -> "Admin or Manage Run or Owner";
            case IS_OWNER -> "Owner";
            default -> "Admin or Owner";
        };
    }

    /** Return which jobs a caller may see. */
    LongPredicate visible(Principal caller) {
        if (caller.isAdmin()) {
            return jobId -> true;
        }

        Set<String> ids = permissions.reachable(caller, SecurableType.JOBS);
        return jobId -> ids.contains(String.valueOf(jobId));
    }

    /** Read the permissions that a request gives with a new job; its maker owns it when nobody else does. */
    List<Grant> grants(Parameters request, Principal maker) {
        List<Grant> grants = new ArrayList<>(requests.read(request, SecurableType.JOBS));
        long owners = grants.stream()
                .filter(grant -> grant.level() == PermissionLevel.IS_OWNER)
                .count();

        if (owners > 1) {
            throw ApiErrors.invalid("The job must have exactly one owner.");
        }

        if (owners == 0) {
            grants.removeIf(grant -> grant.isFor(maker) && grant.name().equals(maker.name()));
            grants.add(Grant.to(maker, PermissionLevel.IS_OWNER));
        }

        return grants;
    }

    void give(long jobId, List<Grant> grants) {
        permissions.add(securable(jobId), grants);
    }

    @Override
    public SecuredObject find(SecurableType type, String id) {
        if (!id.matches("\\d{1,18}")) {
            throw ApiErrors.wrongType("id", "a whole number");
        }

        long jobId = Long.parseLong(id);
        RunFilter runs = new RunFilter(jobId, null, null, null, null);
        boolean isKnown = stores.jobs().find(jobId).isPresent()
                || !stores.runs()
                        .list(runs, Page.Start.NEWEST, 1, 0, run -> true)
                        .items()
                        .isEmpty();

        if (!isKnown) {
            throw ApiErrors.invalid("Job %d does not exist.".formatted(jobId));
        }

        return secured(jobId);
    }

    private static SecuredObject secured(long jobId) {
        return new SecuredObject(securable(jobId), List.of(), List.of());
    }

    private static Securable securable(long jobId) {
        return new Securable(SecurableType.JOBS, String.valueOf(jobId), "job %d".formatted(jobId));
    }
}
