package dev.lakelight.workspace;

import static java.util.Objects.requireNonNull;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.audit.AuditLog;
import dev.lakelight.workspace.cluster.ClusterFolders;
import dev.lakelight.workspace.cluster.ClusterService;
import dev.lakelight.workspace.dbfs.DbfsTopics;
import dev.lakelight.workspace.http.ApiServer;
import dev.lakelight.workspace.http.RequestPipeline;
import dev.lakelight.workspace.http.ServerSettings;
import dev.lakelight.workspace.identity.Identities;
import dev.lakelight.workspace.identity.WorkspaceUser;
import dev.lakelight.workspace.job.Jobs;
import dev.lakelight.workspace.job.notify.Outbox;
import dev.lakelight.workspace.page.Pages;
import dev.lakelight.workspace.permission.AccessRequest;
import dev.lakelight.workspace.permission.PermissionRoutes;
import dev.lakelight.workspace.permission.Permissions;
import dev.lakelight.workspace.permission.SecurableSource;
import dev.lakelight.workspace.permission.SecurableType;
import dev.lakelight.workspace.repos.GitFolders;
import dev.lakelight.workspace.secrets.ReadableSecrets;
import dev.lakelight.workspace.secrets.ScopeRoutes;
import dev.lakelight.workspace.secrets.SecretRoutes;
import dev.lakelight.workspace.secrets.SecretStore;
import dev.lakelight.workspace.settings.SettingRoutes;
import dev.lakelight.workspace.statement.StatementRoutes;
import dev.lakelight.workspace.statement.WarehouseRoutes;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.SecretBox;
import dev.lakelight.workspace.storage.StateFolder;
import dev.lakelight.workspace.storage.WorkspaceId;
import dev.lakelight.workspace.tls.CertificateAuthority;
import dev.lakelight.workspace.tree.ExportRoutes;
import dev.lakelight.workspace.tree.ImportRoutes;
import dev.lakelight.workspace.tree.ObjectIds;
import dev.lakelight.workspace.tree.TreeSecurity;
import dev.lakelight.workspace.tree.WorkspaceRoutes;
import dev.lakelight.workspace.tree.WorkspaceTree;
import dev.lakelight.workspace.volumes.VolumeTopics;
import java.io.IOException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a workspace together and starts it. What was started is closed again when something later fails. */
final class WorkspaceStart {

    private final WorkspaceSettings settings;
    private final StateFolder folder;
    private final Database database;
    private final DurableFiles files;
    private final Clock clock;
    private @Nullable ClusterService clusters;

    private WorkspaceStart(WorkspaceSettings settings, StateFolder folder, Database database) throws IOException {
        this.settings = settings;
        this.clock = settings.clock();
        this.folder = folder;
        this.database = database;
        this.files = new DurableFiles(folder.path().resolve("scratch"));
    }

    static Workspace run(WorkspaceSettings settings) throws IOException {
        StateFolder folder = StateFolder.open(settings.stateFolder());
        @Nullable Database database = null;

        try {
            database = Database.open(folder.path());
            return new WorkspaceStart(settings, folder, database).startOrClose();
        } catch (IOException | RuntimeException e) {
            if (database != null) {
                database.close();
            }
            folder.close();
            throw e;
        }
    }

    private Workspace startOrClose() throws IOException {
        try {
            return start();
        } catch (IOException | RuntimeException e) {
            if (clusters != null) {
                clusters.close();
            }
            throw e;
        }
    }

    private Workspace start() throws IOException {
        AtomicReference<String> url = new AtomicReference<>("");
        long workspaceId = WorkspaceId.of(database, clock);
        AuditLog auditLog = new AuditLog(database, clock);
        Identities identities = new Identities(database, clock);
        List<WorkspaceUser> users = AdminToken.usersOr(settings, files);
        identities.principals().configure(users);
        JobsStart jobsStart =
                new JobsStart(folder, database, files, clock, new JobsStart.Address(url::get, workspaceId));
        Outbox outbox = jobsStart.outbox();
        Served served = routes(identities, users, jobsStart, outbox);
        List<Route> routes = served.routes();
        Pages pages = new Pages(routes, identities.authenticator(auditLog), clock, settings.encrypted());
        ApiServer server = ApiServer.start(
                serverSettings(),
                Stream.concat(routes.stream(), pages.routes().stream()).toList(),
                new RequestPipeline(identities.authenticator(auditLog), auditLog, workspaceId));
        url.set(server.url());
        ProfileFile.write(folder.path(), server.url(), token(users), files);
        served.jobs().start();
        return new Workspace(
                server,
                new WorkspaceParts(
                        folder,
                        database,
                        requireNonNull(clusters),
                        auditLog,
                        routes,
                        pages,
                        token(users),
                        served.jobs(),
                        outbox));
    }

    private static String token(List<WorkspaceUser> users) {
        return users.stream()
                .filter(user -> user.groups().contains(Principal.ADMINS))
                .flatMap(user -> user.tokens().stream())
                .findFirst()
                .orElse("");
    }

    private ServerSettings serverSettings() throws IOException {
        @Nullable
        KeyStore certificate = settings.encrypted()
                ? CertificateAuthority.open(folder.path(), files).serverCertificate(settings.address())
                : null;
        return new ServerSettings(
                settings.address(), settings.port(), certificate, folder.folder("uploads"), settings.largestUpload());
    }

    private Served routes(Identities identities, List<WorkspaceUser> users, JobsStart jobsStart, Outbox outbox)
            throws IOException {
        Permissions permissions = new Permissions(database);
        WorkspaceTree tree = new WorkspaceTree(folder.folder("workspace"), files, new ObjectIds(database, clock));
        TreeSecurity security = new TreeSecurity(tree, permissions);
        createFolders(tree, users);
        Map<SecurableType, SecurableSource> sources = new EnumMap<>(SecurableType.class);
        List.of(SecurableType.NOTEBOOKS, SecurableType.DIRECTORIES, SecurableType.FILES, SecurableType.REPOS)
                .forEach(type -> sources.put(type, security));
        List<Topic> topics = new ArrayList<>(
                identities.topics(jobsStart.address().url(), jobsStart.address().workspaceId()));
        SecretBox box = SecretBox.open(folder.path().resolve("key"), files);
        GitFolders git = new GitFolders(database, box, files, tree, security);
        topics.addAll(git.topics());
        topics.add(new WorkspaceRoutes(tree, security));
        topics.add(new ImportRoutes(tree, security, files));
        topics.add(new ExportRoutes(tree, security));
        SecretStore secrets = new SecretStore(database, box, clock);
        topics.add(new ScopeRoutes(secrets, identities::isKnown));
        topics.add(new SecretRoutes(secrets));
        topics.addAll(DbfsTopics.of(folder.folder("dbfs"), files));
        topics.addAll(VolumeTopics.of(database, folder.folder("dbfs"), files, clock));
        clusters = clusters(identities, permissions, secrets);
        topics.addAll(clusters.topics());
        topics.add(new StatementRoutes(clusters.warehouse()));
        topics.add(new WarehouseRoutes(clusters.warehouse()));
        sources.put(SecurableType.CLUSTERS, clusters.security());
        topics.add(new SettingRoutes(database));
        AccessRequest accessRequest = new AccessRequest(grant -> identities.isKnown(grant));
        JobsStart.Objects objects =
                new JobsStart.Objects(tree, security, permissions, accessRequest, identities.principals()::named);
        Jobs jobs = jobsStart.jobs(
                objects,
                Objects.requireNonNullElse(settings.jobs().clusters(), clusters.clusters()),
                git.checkouts(),
                outbox,
                settings.jobs());
        topics.addAll(jobs.topics());
        sources.put(SecurableType.JOBS, jobs.securables());
        topics.add(new PermissionRoutes(permissions, accessRequest, sources));
        return new Served(
                topics.stream().flatMap(topic -> topic.routes().stream()).toList(), jobs);
    }

    private ClusterService clusters(Identities identities, Permissions permissions, SecretStore secrets)
            throws IOException {
        ClusterFolders folders = new ClusterFolders(
                folder.folder("lake"),
                folder.folder("dbfs"),
                folder.folder("workspace"),
                folder.path(),
                folder.folder("clusters"));
        return ClusterService.open(
                database,
                clock,
                new ClusterService.Surroundings(
                        settings.classPath(),
                        folders,
                        new ReadableSecrets(secrets),
                        permissions,
                        identities.principals()::named));
    }

    private static void createFolders(WorkspaceTree tree, List<WorkspaceUser> users) throws IOException {
        for (var root : TreeSecurity.roots()) {
            tree.createFolder(root);
        }

        for (WorkspaceUser user : users) {
            for (var home : TreeSecurity.homes(user.name())) {
                tree.createFolder(home);
            }
        }
    }

    /** What the server answers, and what goes on behind it. */
    private record Served(List<Route> routes, Jobs jobs) {}
}
