package dev.lakelight.databricks.api;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CreateRepoResponse;
import com.databricks.sdk.service.workspace.Delete;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.databricks.sdk.service.workspace.ObjectType;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import dev.lakelight.problem.EnvironmentError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The folders, Git folders and notebooks of a workspace. Every method throws {@link EnvironmentError} when it fails. */
public final class RemoteWorkspace {

    private final WorkspaceClient client;
    private final String user;
    private final WorkspaceClock clock;

    private RemoteWorkspace(WorkspaceClient client, String user, WorkspaceClock clock) {
        this.client = client;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Log in.
     *
     * @throws EnvironmentError when there are no credentials, or they are not accepted
     */
    public static RemoteWorkspace connect(Login login) {
        return Calls.ask("let you log in", () -> {
            WorkspaceClient client = new WorkspaceClient(login.configuration());
            String user = Objects.requireNonNull(
                    client.currentUser().me(new MeRequest()).getUserName(), "a user has a name");
            return new RemoteWorkspace(client, user, WorkspaceClock.of(client.config()));
        });
    }

    /** Return the name of who has logged in. */
    public String user() {
        return user;
    }

    /** Return the time by the workspace's clock, which names of runs and times of runs are told by. */
    public Instant now() {
        return clock.now();
    }

    /** Return the address of the workspace. */
    public String host() {
        return client.config().getHost();
    }

    /** Return the jobs of the workspace. */
    public RemoteJobs jobs() {
        return new RemoteJobs(client.apiClient());
    }

    /** Return the files of its volumes. */
    public RemoteFiles files() {
        return new RemoteFiles(client);
    }

    /** Clone a repository; when there is a Git folder at the path already, that is returned. */
    public GitFolder clone(String url, String provider, String path) {
        Optional<ObjectInfo> there = find(path);

        if (there.isPresent()) {
            return gitFolder(there.get().getObjectId());
        }

        return Calls.ask("clone %s".formatted(url), () -> {
            CreateRepoResponse repo = client.repos()
                    .create(new CreateRepoRequest()
                            .setUrl(url)
                            .setProvider(provider)
                            .setPath(path));
            return new GitFolder(repo.getId(), path, String.valueOf(repo.getHeadCommitId()));
        });
    }

    /**
     * Return the Git folder at a path.
     *
     * @throws EnvironmentError when there is none
     */
    public GitFolder gitFolder(String path) {
        ObjectInfo object = find(path)
                .filter(found -> found.getObjectType() == ObjectType.REPO)
                .orElseThrow(() -> new EnvironmentError(
                        "There is no Git folder %s in the workspace. Make one there, or correct the path."
                                .formatted(path)));
        return gitFolder(object.getObjectId());
    }

    /** Put a Git folder on the newest commit of a branch and return it. */
    public GitFolder checkOut(GitFolder folder, String branch) {
        Calls.tell(
                "put the Git folder %s on the branch '%s'".formatted(folder.path(), branch),
                () -> client.repos()
                        .update(new UpdateRepoRequest().setRepoId(folder.id()).setBranch(branch)));
        return gitFolder(folder.id());
    }

    /** Return a Git folder as it is now. */
    public GitFolder gitFolder(long id) {
        return Calls.ask("tell of the Git folder %d".formatted(id), () -> {
            var repo = client.repos().get(id);
            return new GitFolder(id, repo.getPath(), String.valueOf(repo.getHeadCommitId()));
        });
    }

    /** Remove the Git folder at a path, when there is one. */
    public void removeGitFolder(String path) {
        find(path)
                .ifPresent(object -> Calls.tell(
                        "remove the Git folder %s".formatted(path),
                        () -> client.repos().delete(object.getObjectId())));
    }

    /** Make a folder and those above it. */
    public void makeFolder(String path) {
        Calls.tell(
                "make the folder %s".formatted(path), () -> client.workspace().mkdirs(path));
    }

    /** Write a SQL notebook, in place of one that is there. */
    public void writeNotebook(String path, String source) {
        Calls.tell(
                "write the notebook %s".formatted(path),
                () -> client.workspace()
                        .importContent(new Import()
                                .setPath(path)
                                .setFormat(ImportFormat.SOURCE)
                                .setLanguage(Language.SQL)
                                .setOverwrite(true)
                                .setContent(
                                        Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8)))));
    }

    /** Return the names of what is in a folder; none when there is no such folder. */
    public List<String> names(String folder) {
        return Calls.ask("list the folder %s".formatted(folder), () -> {
            List<String> names = new ArrayList<>();

            try {
                client.workspace()
                        .list(folder)
                        .forEach(object -> names.add(
                                object.getPath().substring(object.getPath().lastIndexOf('/') + 1)));
            } catch (DatabricksError e) {
                if (!Calls.isMissing(e)) {
                    throw e;
                }
            }

            return names;
        });
    }

    /** Remove a folder with all that it holds, when there is one. */
    public void removeFolder(String path) {
        if (find(path).isPresent()) {
            Calls.tell(
                    "remove the folder %s".formatted(path),
                    () -> client.workspace().delete(new Delete().setPath(path).setRecursive(true)));
        }
    }

    private Optional<ObjectInfo> find(String path) {
        return Calls.ask("look for %s".formatted(path), () -> {
            try {
                return Optional.of(client.workspace().getStatus(path));
            } catch (DatabricksError e) {
                if (Calls.isMissing(e)) {
                    return Optional.empty();
                }

                throw e;
            }
        });
    }
}
