package dev.lakelight.workspace;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import dev.lakelight.launch.FileTree;
import dev.lakelight.workspace.identity.WorkspaceUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The workspace that the tests of this JVM share, and the clients of its users. Each test works in folders of its own. */
final class RunningWorkspace {

    static final String ADMIN = "ada@example.org";
    static final String USER = "grace@example.org";
    static final String OTHER = "linus@example.org";
    static final String ADMIN_TOKEN = "dapi-ada";
    static final String USER_TOKEN = "dapi-grace";
    static final String OTHER_TOKEN = "dapi-linus";
    static final String SERVICE = "1b0a3c5e-0000-4000-8000-000000000001";
    static final String SERVICE_SECRET = "dose-secret";

    private static final Workspace WORKSPACE = start();

    private RunningWorkspace() {}

    static Workspace get() {
        return WORKSPACE;
    }

    static WorkspaceBuilder withUsers(Path folder) {
        return Workspace.in(folder)
                .user(WorkspaceUser.named(ADMIN)
                        .shownAs("Ada Lovelace")
                        .administrator()
                        .withToken(ADMIN_TOKEN))
                .user(WorkspaceUser.named(USER)
                        .shownAs("Grace Hopper")
                        .in("engineers")
                        .withToken(USER_TOKEN))
                .user(WorkspaceUser.named(OTHER).withToken(OTHER_TOKEN))
                .user(WorkspaceUser.servicePrincipal(SERVICE)
                        .shownAs("nightly build")
                        .withToken(SERVICE_SECRET));
    }

    private static Workspace start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "workspace");
            Workspace workspace = withUsers(folder).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                workspace.close();
                FileTree.delete(folder);
            }));
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorkspaceClient admin() {
        return client(WORKSPACE, ADMIN_TOKEN);
    }

    static WorkspaceClient user() {
        return client(WORKSPACE, USER_TOKEN);
    }

    static WorkspaceClient other() {
        return client(WORKSPACE, OTHER_TOKEN);
    }

    /** Return a client that takes nothing from the environment of whoever runs the tests. */
    static WorkspaceClient client(Workspace workspace, String token) {
        return new WorkspaceClient(configuration(workspace).setAuthType("pat").setToken(token));
    }

    static DatabricksConfig configuration(Workspace workspace) {
        return new DatabricksConfig()
                .setHost(workspace.url())
                .setConfigFile("no-such-file")
                .setProfile(null);
    }
}
