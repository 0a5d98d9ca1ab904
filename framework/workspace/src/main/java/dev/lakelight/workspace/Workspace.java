package dev.lakelight.workspace;

import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.audit.AuditLog;
import dev.lakelight.workspace.cluster.TaskClusters;
import dev.lakelight.workspace.http.ApiServer;
import dev.lakelight.workspace.http.UnknownRequests;
import dev.lakelight.workspace.job.notify.Outbox;
import java.nio.file.Path;
import java.util.List;

/**
 * A workspace that runs in this JVM and speaks Databricks' REST API. It keeps everything in its state folder, and goes on from
 * there when it is started again.
 *
 * <pre>{@code
 * try (Workspace workspace = Workspace.in(folder).start()) {
 *     new WorkspaceClient(new DatabricksConfig().setHost(workspace.url()).setToken(workspace.token()));
 * }
 * }</pre>
 */
public final class Workspace implements AutoCloseable {

    private final ApiServer server;
    private final WorkspaceParts parts;

    Workspace(ApiServer server, WorkspaceParts parts) {
        this.server = server;
        this.parts = parts;
    }

    /** Describe a workspace whose state is in this folder; the folder is created when it is missing. */
    public static WorkspaceBuilder in(Path stateFolder) {
        return new WorkspaceBuilder(stateFolder);
    }

    /** Return where clients reach it, without a slash at the end. */
    public String url() {
        return server.url();
    }

    /**
     * Return a link for a browser, which logs it in as the first administrator, or asks for a token where there is none. It works once,
     * and no longer when another was made; so it may be printed.
     */
    public String browserLink() {
        return url() + (token().isEmpty() ? "/login" : parts.pages().invitation(token()));
    }

    /** Return the token of the first administrator. */
    public String token() {
        return parts.token();
    }

    /** Return the folder that holds its state. */
    public Path stateFolder() {
        return parts.stateFolder();
    }

    /** Return what was changed and who has logged in. */
    public AuditLog auditLog() {
        return parts.auditLog();
    }

    /** Return the requests since its start that no operation answers; assert that there are none. */
    public UnknownRequests unknownRequests() {
        return server.unknownRequests();
    }

    /** Return the notifications that jobs have made. */
    public Outbox outbox() {
        return parts.outbox();
    }

    /** Return all operations that it answers. */
    public List<Route> routes() {
        return parts.routes();
    }

    /** Return its clusters, as jobs use them. */
    TaskClusters clusters() {
        return parts.clusters().clusters();
    }

    /** Stop it. All that was acknowledged is in the state folder. */
    @Override
    public void close() {
        server.close();
        parts.close();
    }
}
