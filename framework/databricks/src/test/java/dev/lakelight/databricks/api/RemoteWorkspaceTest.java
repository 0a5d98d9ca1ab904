package dev.lakelight.databricks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.databricks.WorkspaceFixture;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talks to a workspace over HTTP. */
class RemoteWorkspaceTest {

    private static final String HOME = "/Users/admin@localhost/";

    @TempDir
    Path folder;

    private WorkspaceFixture fixture;
    private RemoteWorkspace workspace;

    @BeforeEach
    void logIn() throws GitAPIException {
        fixture = new WorkspaceFixture(folder);
        workspace = RemoteWorkspace.connect(fixture.login());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void putsAGitFolderOnABranchAndRemovesIt() throws Exception {
        fixture.write("a.sql", "-- Databricks notebook source\nSELECT 1\n").push("main");
        String commit = fixture.write("b.sql", "-- Databricks notebook source\nSELECT 2\n")
                .push("feature/x");
        workspace.makeFolder(HOME + "runs");

        GitFolder cloned = workspace.clone(fixture.url(), "gitHub", HOME + "runs/code");
        GitFolder folderAtBranch = workspace.checkOut(cloned, "feature/x");

        assertThat(folderAtBranch.head()).isEqualTo(commit).isNotEqualTo(cloned.head());
        assertThat(workspace.clone(fixture.url(), "gitHub", HOME + "runs/code")).isEqualTo(folderAtBranch);
        assertThat(workspace.names(HOME + "runs/code")).containsExactly("a", "b");
        workspace.removeGitFolder(HOME + "runs/code");
        workspace.removeGitFolder(HOME + "runs/code");
        assertThat(workspace.names(HOME + "runs")).isEmpty();
    }

    @Test
    void writesNotebooksAndRemovesFolders() {
        workspace.makeFolder(HOME + "runs/tests");
        workspace.writeNotebook(HOME + "runs/tests/t", "-- Databricks notebook source\nSELECT 1\n");
        workspace.writeNotebook(HOME + "runs/tests/t", "-- Databricks notebook source\nSELECT 2\n");

        assertThat(workspace.user()).isEqualTo("admin@localhost");
        assertThat(workspace.names(HOME + "runs/tests")).containsExactly("t");
        workspace.removeFolder(HOME + "runs");
        workspace.removeFolder(HOME + "runs");
        assertThat(workspace.names(HOME + "runs")).isEmpty();
    }

    @Test
    void saysWhatDatabricksDidNotDo() throws Exception {
        fixture.write("a.txt", "x").push("main");
        workspace.makeFolder(HOME + "runs");
        GitFolder cloned = workspace.clone(fixture.url(), "gitHub", HOME + "runs/code");

        assertThatThrownBy(() -> workspace.checkOut(cloned, "gone"))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage(
                        "Databricks did not put the Git folder %sruns/code on the branch 'gone': %s has no branch 'gone'. (GIT_UNKNOWN_REF)"
                                .formatted(HOME, fixture.url()));
    }

    @Test
    void tellsNoTokenWhenOneIsRefused() throws IOException {
        Path profile = folder.resolve("cfg");
        String text = Files.readString(fixture.login().configFile()).replaceAll("token = .*", "token = dapi-needle");
        Files.writeString(profile, text);

        assertThatThrownBy(() -> RemoteWorkspace.connect(new Login(profile, "DEFAULT")))
                .isInstanceOf(EnvironmentError.class)
                .hasMessageStartingWith("Databricks did not let you log in: ")
                .message()
                .doesNotContain("needle");
    }
}
