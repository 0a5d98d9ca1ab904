package dev.lakelight.workspace;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.cluster.TaskClusters;
import dev.lakelight.workspace.job.Jobs;
import dev.lakelight.workspace.job.notify.Mails;
import dev.lakelight.workspace.job.notify.Notifications;
import dev.lakelight.workspace.job.notify.Outbox;
import dev.lakelight.workspace.job.notify.Webhooks;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.run.RunSurroundings;
import dev.lakelight.workspace.job.run.TaskFiles;
import dev.lakelight.workspace.job.trigger.FileLocations;
import dev.lakelight.workspace.permission.AccessRequest;
import dev.lakelight.workspace.permission.Permissions;
import dev.lakelight.workspace.repos.RunCheckouts;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.StateFolder;
import dev.lakelight.workspace.tree.TreeSecurity;
import dev.lakelight.workspace.tree.WorkspaceTree;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the jobs of a workspace together. */
record JobsStart(StateFolder folder, Database database, DurableFiles files, Clock clock, Address address) {

    Jobs jobs(Objects objects, TaskClusters clusters, RunCheckouts checkouts, Outbox outbox, JobOptions options)
            throws IOException {
        RunSurroundings surroundings = new RunSurroundings(
                clusters,
                new TaskFiles(objects.tree(), objects.security(), folder.folder("workspace")),
                checkouts,
                folder.folder("runs"),
                objects.principals(),
                address.url(),
                address.workspaceId());
        return new Jobs(
                RunStores.in(database, clock),
                surroundings,
                new FileLocations(folder.folder("dbfs"), folder.folder("dbfs")),
                new Notifications(outbox, new Mails(options.mailServer()), new Webhooks(options.webhooks()), clock),
                new Jobs.Access(objects.permissions(), objects.requests()),
                clock);
    }

    Outbox outbox() throws IOException {
        return new Outbox(folder.folder("outbox"), files);
    }

    /**
     * Where the workspace is.
     *
     * @param url where clients reach it; known when it has started
     */
    record Address(Supplier<String> url, long workspaceId) {}

    /** What jobs find in the workspace, and who may do what with it. */
    record Objects(
            WorkspaceTree tree,
            TreeSecurity security,
            Permissions permissions,
            AccessRequest requests,
            Function<String, Optional<Principal>> principals) {}
}
