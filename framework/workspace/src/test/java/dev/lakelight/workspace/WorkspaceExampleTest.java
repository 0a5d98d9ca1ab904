package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the guide. */
class WorkspaceExampleTest {

    @TempDir
    Path folder;

    @Test
    void servesTheOfficialClient() {
        try (Workspace workspace = Workspace.in(folder).start()) {
            WorkspaceClient client = new WorkspaceClient(
                    new DatabricksConfig().setHost(workspace.url()).setToken(workspace.token()));

            client.workspace().mkdirs("/Shared/pipelines");

            assertThat(client.workspace().list("/Shared")).hasSize(1);
            assertThat(workspace.unknownRequests().list()).isEmpty();
        }
    }
}
