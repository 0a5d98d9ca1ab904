package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.platform.InvalidParameterValue;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.ResourceAlreadyExists;
import com.databricks.sdk.service.workspace.CreateCredentialsRequest;
import com.databricks.sdk.service.workspace.CreateCredentialsResponse;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CreateRepoResponse;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.ExportRequest;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.ListCredentialsRequest;
import com.databricks.sdk.service.workspace.ListReposRequest;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.databricks.sdk.service.workspace.ObjectType;
import com.databricks.sdk.service.workspace.SparseCheckout;
import com.databricks.sdk.service.workspace.SparseCheckoutUpdate;
import com.databricks.sdk.service.workspace.UpdateCredentialsRequest;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import dev.lakelight.workspace.audit.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void pullsWhatIsNewOnItsBranch() throws Exception {
        CreateRepoResponse created = create("pulls");
        String commit = server.write("README.md", "More\n").commitAndPush("More", "main");

        client.repos().update(new UpdateRepoRequest().setRepoId(created.getId()).setBranch("main"));

        assertThat(client.repos().get(created.getId()).getHeadCommitId()).isEqualTo(commit);
        assertThat(contentOf("pulls/README.md")).isEqualTo("More\n");
    }

    @Test
    void standsOnATagWithoutABranch() throws Exception {
        server.tag("v1");
        CreateRepoResponse created = create("tagged");

        client.repos().update(new UpdateRepoRequest().setRepoId(created.getId()).setTag("v1"));

        assertThat(client.repos().get(created.getId()).getBranch()).isNull();
        assertThat(client.repos().get(created.getId()).getHeadCommitId()).isEqualTo(created.getHeadCommitId());
        client.repos().update(new UpdateRepoRequest().setRepoId(created.getId()).setBranch("main"));
        assertThat(client.repos().get(created.getId()).getBranch()).isEqualTo("main");
    }

    @Test
    void keepsUncommittedChangesAndRefusesThoseInTheWay() throws Exception {
        CreateRepoResponse created = create("conflicts");
        overwrite("conflicts/README.md", "mine");
        overwrite("conflicts/own.txt", "mine");
        server.write("bronze/load.sql", "-- Databricks notebook source\nSELECT 3\n")
                .commitAndPush("Elsewhere", "main");

        client.repos().update(new UpdateRepoRequest().setRepoId(created.getId()).setBranch("main"));

        assertThat(contentOf("conflicts/README.md")).isEqualTo("mine");
        server.write("README.md", "theirs").commitAndPush("Same file", "main");
        assertThatThrownBy(() -> client.repos()
                        .update(new UpdateRepoRequest()
                                .setRepoId(created.getId())
                                .setBranch("main")))
                .isInstanceOfSatisfying(
                        DatabricksError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("GIT_CONFLICT"))
                .hasMessage("Uncommitted changes of README.md conflict with branch 'main'. Discard them, or update with"
                        + " dangerously_force_discard_all.");
        assertThat(contentOf("conflicts/README.md")).isEqualTo("mine");

        client.repos()
                .update(new UpdateRepoRequest()
                        .setRepoId(created.getId())
                        .setBranch("main")
                        .setDangerouslyForceDiscardAll(true));

        assertThat(contentOf("conflicts/README.md")).isEqualTo("theirs");
        assertThatThrownBy(() -> contentOf("conflicts/own.txt")).isInstanceOf(NotFound.class);
    }

    private void overwrite(String file, String text) {
        client.workspace()
                .importContent(new Import()
                        .setPath(path(file))
                        .setFormat(ImportFormat.AUTO)
                        .setOverwrite(true)
                        .setContent(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    }

    private String contentOf(String file) {
        String content = client.workspace()
                .export(new ExportRequest().setPath(path(file)).setFormat(ExportFormat.AUTO))
                .getContent();
        return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
    }

    @Test
    void checksOutOnlyTheFoldersThatAreWanted() throws Exception {
        CreateRepoResponse created = client.repos()
                .create(new CreateRepoRequest()
                        .setUrl(server.url())
                        .setProvider("gitHub")
                        .setPath(path("sparse"))
                        .setSparseCheckout(new SparseCheckout().setPatterns(List.of("bronze"))));

        assertThat(names("sparse")).containsExactly("README.md", "bronze");
        server.write("silver/more.txt", "x").write("bronze/more.txt", "x").commitAndPush("More", "main");
        client.repos().update(new UpdateRepoRequest().setRepoId(created.getId()).setBranch("main"));
        assertThat(names("sparse")).containsExactly("README.md", "bronze");
        assertThat(names("sparse/bronze")).containsExactly("load", "more.txt");

        client.repos()
                .update(new UpdateRepoRequest()
                        .setRepoId(created.getId())
                        .setBranch("main")
                        .setSparseCheckout(new SparseCheckoutUpdate().setPatterns(List.of("silver"))));

        assertThat(names("sparse")).containsExactly("README.md", "silver");
        assertThat(client.repos().get(created.getId()).getSparseCheckout().getPatterns())
                .containsExactly("silver");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "bronze/*",
                "!silver",
                "..",
                "../bronze",
                "bronze/./x",
                "bronze//x",
                "br?nze",
                "[b]",
                "a\\\\b"
            })
    void checksOutNoPartThatIsNoFolder(String pattern) {
        assertThatThrownBy(() -> client.repos()
                        .create(new CreateRepoRequest()
                                .setUrl(server.url())
                                .setProvider("gitHub")
                                .setPath(path("odd"))
                                .setSparseCheckout(new SparseCheckout().setPatterns(List.of(pattern)))))
                .isInstanceOf(InvalidParameterValue.class)
                .hasMessage(
                        "The sparse checkout pattern '%s' is no folder of the repository. Patterns are names of folders, as in the cone mode of git: pipelines/silver."
                                .formatted(pattern));
        assertThatThrownBy(() -> client.workspace().getStatus(path("odd"))).isInstanceOf(NotFound.class);
    }

    private List<String> names(String folderName) {
        List<String> names = new ArrayList<>();
        client.workspace()
                .list(path(folderName))
                .forEach(object ->
                        names.add(object.getPath().substring(object.getPath().lastIndexOf('/') + 1)));
        return names;
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 21; i++) {
            client.repos()
                    .create(new CreateRepoRequest()
                            .setUrl(server.url())
                            .setProvider("gitHub")
                            .setPath("/Users/%s/paged/r%02d".formatted(RunningWorkspace.USER, i)));
        }

        assertThat(client.repos()
                        .list(new ListReposRequest()
                                .setPathPrefix("/Workspace/Users/%s/paged".formatted(RunningWorkspace.USER))))
                .hasSize(21);
        assertThat(RawClient.with(RunningWorkspace.get(), RunningWorkspace.USER_TOKEN)
                        .get("/api/2.0/repos?path_prefix=/Users/%s/paged".formatted(RunningWorkspace.USER))
                        .json()
                        .path("repos"))
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:secret@example.org/x.git, GIT_SENSITIVE_TOKEN_DETECTED",
        "git@example.org:x/y.git, INVALID_PARAMETER_VALUE",
        "ssh://example.org/x.git, INVALID_PARAMETER_VALUE",
        "file:///no/such/repository.git, GIT_REMOTE_ERROR"
    })
    void refusesUrlsThatItCannotClone(String url, String code) {
        assertThatThrownBy(() -> client.repos()
                        .create(new CreateRepoRequest()
                                .setUrl(url)
                                .setProvider("gitHub")
                                .setPath(path("refused"))))
                .isInstanceOfSatisfying(
                        DatabricksError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo(code))
                .message()
                .doesNotContain("secret");
        assertThat(RunningWorkspace.get().auditLog().after(0, 100_000).toString())
                .doesNotContain("me:secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Repos/x", "/Repos/%s/a/b", "/x"})
    void refusesOtherPaths(String path) {
        assertThatThrownBy(() -> client.repos()
                        .create(new CreateRepoRequest()
                                .setUrl(server.url())
                                .setProvider("gitHub")
                                .setPath(path.formatted(RunningWorkspace.USER))))
                .isInstanceOf(DatabricksError.class)
                .hasMessageContaining("must be /Repos/{folder}/{repo-name}");
    }

    @Test
    void refusesAPathThatIsTaken() {
        create("taken");

        assertThatThrownBy(() -> create("taken"))
                .isInstanceOf(ResourceAlreadyExists.class)
                .hasMessage("Path (%s) already exists.".formatted(path("taken")));
    }

    @Test
    void keepsOthersOut() {
        CreateRepoResponse created = create("private");
        WorkspaceClient other = RunningWorkspace.other();

        assertThatThrownBy(() -> other.repos().get(created.getId())).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> other.repos()
                        .update(new UpdateRepoRequest()
                                .setRepoId(created.getId())
                                .setBranch("main")))
                .isInstanceOf(PermissionDenied.class);
        assertThat(other.repos().list(new ListReposRequest())).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make links there")
    void checksOutLinksAsFiles() throws Exception {
        Path link = Files.createSymbolicLink(server.workTree().resolve("link"), Path.of("/etc"));
        server.commitAndPush("Link", "main");
        assertThat(link).isSymbolicLink();

        create("links");

        assertThat(contentOf("links/link")).isEqualTo("/etc");
    }

    @Test
    void keepsGitCredentialsWithoutEverTellingTheirTokens() {
        CreateCredentialsResponse created = client.gitCredentials()
                .create(new CreateCredentialsRequest()
                        .setGitProvider("gitlab")
                        .setGitUsername("grace")
                        .setPersonalAccessToken("glpat-needle"));

        assertThat(client.gitCredentials().get(created.getCredentialId()).getGitUsername())
                .isEqualTo("grace");
        client.gitCredentials()
                .update(new UpdateCredentialsRequest()
                        .setCredentialId(created.getCredentialId())
                        .setGitProvider("gitLab")
                        .setGitUsername("hopper"));
        assertThat(RawClient.with(RunningWorkspace.get(), RunningWorkspace.USER_TOKEN)
                        .get("/api/2.0/git-credentials")
                        .text())
                .contains("hopper", "gitLab")
                .doesNotContain("needle");
        assertThat(RunningWorkspace.other().gitCredentials().list(new ListCredentialsRequest()))
                .isEmpty();
        assertThat(RunningWorkspace.get().auditLog().after(0, 100_000).toString())
                .doesNotContain("needle");

        client.gitCredentials().delete(created.getCredentialId());

        assertThatThrownBy(() -> client.gitCredentials().get(created.getCredentialId()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void remembersWhoChangedIt() {
        CreateRepoResponse created = create("audited");
        client.repos().update(new UpdateRepoRequest().setRepoId(created.getId()).setBranch("main"));

        assertThat(RunningWorkspace.get().auditLog().after(0, 100_000))
                .filteredOn(event ->
                        event.requestParams().getOrDefault("repo_id", "").equals("" + created.getId()))
                .extracting(AuditEvent::serviceName, AuditEvent::actionName, AuditEvent::userName)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("repos", "updateRepo", RunningWorkspace.USER));
    }
}
