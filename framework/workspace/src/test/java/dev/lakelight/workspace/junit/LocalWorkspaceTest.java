package dev.lakelight.workspace.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.service.iam.MeRequest;
import dev.lakelight.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class LocalWorkspaceTest {

    private static final List<Workspace> SEEN = new ArrayList<>();

    @TempDir
    Path base;

    @Test
    void servesAClassWithItsNestedOnesAndIsGoneAfterwards() {
        SEEN.clear();

        assertThat(run("false").succeeded().count()).isEqualTo(2);

        assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
        assertThat(base.resolve("out/lakelight/workspaces")).isEmptyDirectory();
    }

    @Test
    void staysWhenItIsToBeKept() {
        SEEN.clear();

        run("true").assertStatistics(statistics -> statistics.succeeded(2));

        assertThat(SEEN.get(0).stateFolder())
                .startsWith(base.resolve("out"))
                .isDirectoryContaining(Files::isRegularFile);
    }

    private Events run(String keep) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Flow.class), selectClass(Flow.Inner.class))
                .configurationParameter("lakelight.basedir", base.toString())
                .configurationParameter("lakelight.buildDirectory", "out")
                .configurationParameter("lakelight.keep", keep)
                .execute()
                .testEvents();
    }

    @LocalWorkspace
    static class Flow {

        @Test
        void hasAWorkspace(Workspace workspace) {
            WorkspaceClient client = new WorkspaceClient(
                    new DatabricksConfig().setHost(workspace.url()).setToken(workspace.token()));

            assertThat(client.currentUser().me(new MeRequest()).getUserName()).isEqualTo("admin@localhost");
            SEEN.add(workspace);
        }

        @Nested
        class Inner {

            @Test
            void sharesIt(Workspace workspace) {
                SEEN.add(workspace);
            }
        }
    }
}
