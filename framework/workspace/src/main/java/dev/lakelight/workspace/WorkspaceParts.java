package dev.lakelight.workspace;

import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.audit.AuditLog;
import dev.lakelight.workspace.cluster.ClusterService;
import dev.lakelight.workspace.job.Jobs;
import dev.lakelight.workspace.job.notify.Outbox;
import dev.lakelight.workspace.page.Pages;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** What a running workspace consists of beside its server. */
record WorkspaceParts(
        StateFolder folder,
        Database database,
        ClusterService clusters,
        AuditLog auditLog,
        List<Route> routes,
        Pages pages,
        String token,
        Jobs jobs,
        Outbox outbox)
        implements AutoCloseable {

    Path stateFolder() {
        return folder.path();
    }

    @Override
    public void close() {
        jobs.close();
        clusters.close();
        database.close();

        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
