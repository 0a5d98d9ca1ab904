package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CreateRepoResponse;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.databricks.sdk.service.workspace.ObjectType;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git folders, asked for by the official SDK. */
class RepoTest {

    @TempDir
    Path folder;

    private GitServer server;
    private final WorkspaceClient client = RunningWorkspace.user();

    @BeforeEach
    void makeRemote() throws Exception {
        server = GitServer.in(folder);
    }

    @AfterEach
    void closeRemote() {
        server.close();
    }

    private CreateRepoResponse create(String name) {
        return client.repos()
                .create(new CreateRepoRequest()
                        .setUrl(server.url())
                        .setProvider("github")
                        .setPath(path(name)));
    }

    private static String path(String name) {
        return "/Repos/%s/%s".formatted(RunningWorkspace.USER, name);
    }

    @Test
    void clonesARepositoryOnItsFirstBranch() {
        CreateRepoResponse created = create("clones");

        assertThat(created.getBranch()).isEqualTo("main");
        assertThat(created.getPath()).isEqualTo(path("clones"));
        assertThat(created.getProvider()).isEqualTo("gitHub");
        assertThat(client.repos().get(created.getId()).getHeadCommitId())
                .isEqualTo(created.getHeadCommitId())
                .hasSize(40);
        assertThat(client.workspace().list(path("clones")))
                .extracting(ObjectInfo::getPath, ObjectInfo::getObjectType)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(path("clones/README.md"), ObjectType.FILE),
                        org.assertj.core.groups.Tuple.tuple(path("clones/bronze"), ObjectType.DIRECTORY),
                        org.assertj.core.groups.Tuple.tuple(path("clones/silver"), ObjectType.DIRECTORY));
    }

    @Test
    void followsAFeatureBranch() throws Exception {
        CreateRepoResponse created = create("follows");
        server.branch("feature/new").write("gold/report.sql", "-- Databricks notebook source\nSELECT 2\n");
        String commit = server.commitAndPush("Add gold", "feature/new");

        client.repos().update(new UpdateRepoRequest().setRepoId(created.getId()).setBranch("feature/new"));

        assertThat(client.repos().get(created.getId()).getHeadCommitId()).isEqualTo(commit);
        assertThat(client.repos().get(created.getId()).getBranch()).isEqualTo("feature/new");
        assertThat(client.workspace().getStatus(path("follows/gold/report")).getObjectType())
                .isEqualTo(ObjectType.NOTEBOOK);
    }

    @Test
    void isAnObjectOfTheWorkspace() {
        CreateRepoResponse created = create("object");

        ObjectInfo info = client.workspace().getStatus("/Workspace" + path("object"));

        assertThat(info.getObjectType()).isEqualTo(ObjectType.REPO);
        assertThat(info.getObjectId()).isEqualTo(created.getId());
    }

    @Test
    void refusesABranchThatIsNotThere() {
        CreateRepoResponse created = create("no-branch");

        assertThatThrownBy(() -> client.repos()
                        .update(new UpdateRepoRequest()
                                .setRepoId(created.getId())
                                .setBranch("gone")))
                .isInstanceOfSatisfying(
                        DatabricksError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("GIT_UNKNOWN_REF"))
                .hasMessage("%s has no branch 'gone'.".formatted(server.url()));
    }

    @Test
    void isGoneWhenItIsDeleted() {
        CreateRepoResponse created = create("deleted");

        client.repos().delete(created.getId());

        assertThatThrownBy(() -> client.repos().get(created.getId()))
                .isInstanceOf(NotFound.class)
                .hasMessage("Repo with id %d does not exist.".formatted(created.getId()));
    }
}
