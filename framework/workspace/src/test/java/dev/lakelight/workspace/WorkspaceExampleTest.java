package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import dev.lakelight.workspace.junit.LocalWorkspace;
import org.junit.jupiter.api.Test;

/** The example of the guide. */
@LocalWorkspace
class WorkspaceExampleTest {

    @Test
    void servesTheOfficialClient(Workspace workspace) {
        WorkspaceClient client = new WorkspaceClient(
                new DatabricksConfig().setHost(workspace.url()).setToken(workspace.token()));

        client.workspace().mkdirs("/Shared/pipelines");

        assertThat(client.workspace().list("/Shared")).hasSize(1);
        assertThat(workspace.unknownRequests().list()).isEmpty();
    }
}
