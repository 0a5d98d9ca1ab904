package dev.lakelight.databricks;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.service.catalog.CreateVolumeRequestContent;
import com.databricks.sdk.service.catalog.VolumeType;
import com.databricks.sdk.service.files.DirectoryEntry;
import dev.lakelight.databricks.api.Login;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.sql.ExitLanguage;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.workspace.Workspace;
import dev.lakelight.workspace.identity.WorkspaceUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/** A workspace of this machine, and a repository with a remote that it can reach. */
public final class WorkspaceFixture implements AutoCloseable {

    private static final PersonIdent DEVELOPER =
            new PersonIdent("Dev", "dev@example.org", Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /** A service principal, and its secret. */
    public static final String SERVICE = "1b0a3c5e-0000-4000-8000-000000000001";

    public static final String SERVICE_SECRET = "dose-secret";

    private static final String TOKEN = "dapi-admin";

    private final Workspace workspace;
    private final Path remote;
    private final Git work;
    private @Nullable String files;

    /** Start a workspace and make a repository, in a folder. */
    public WorkspaceFixture(Path folder) throws GitAPIException {
        shareArchives();
        this.workspace = Workspace.in(folder.resolve("state"))
                .user(WorkspaceUser.named("admin@localhost").administrator().withToken(TOKEN))
                .user(WorkspaceUser.servicePrincipal(SERVICE).withToken(SERVICE_SECRET))
                .start();
        this.remote = folder.resolve("remote.git");
        Git.init()
                .setBare(true)
                .setDirectory(remote.toFile())
                .setInitialBranch("main")
                .call()
                .close();
        this.work = Git.init()
                .setDirectory(folder.resolve("work").toFile())
                .setInitialBranch("main")
                .call();
    }

    /** One class data archive for all drivers that the tests of this module start: each of them starts in half the time. */
    private static void shareArchives() {
        System.setProperty("lakelight.cds", "now");
        System.setProperty(
                "lakelight.cds.directory",
                Path.of("target/driver-archives").toAbsolutePath().toString());
    }

    public Login login() {
        return new Login(workspace.stateFolder().resolve("databrickscfg"), "DEFAULT");
    }

    public Path workTree() {
        return work.getRepository().getWorkTree().toPath().toAbsolutePath().normalize();
    }

    /** Return the folders of a suite in the work tree, whose scenarios and notebook tests are in these folders. */
    public SuiteFolders suite(List<String> scenarios, List<String> notebooks) {
        Path project = workTree();
        return new SuiteFolders(
                project,
                project,
                scenarios.stream().map(project::resolve).toList(),
                notebooks.stream().map(project::resolve).toList(),
                project.resolve("target/classes"),
                project.resolve("target/test-classes"));
    }

    public String url() {
        return remote.toUri().toString();
    }

    /** Return the official client of the workspace. */
    public WorkspaceClient client() {
        return new WorkspaceClient(
                new DatabricksConfig().setHost(workspace.url()).setToken(workspace.token()));
    }

    /** Make a volume for the files of tests. */
    public WorkspaceFixture withVolume() {
        client().volumes()
                .create(new CreateVolumeRequestContent()
                        .setCatalogName("main")
                        .setSchemaName("ci")
                        .setName("lakelight")
                        .setVolumeType(VolumeType.MANAGED));
        files = "/Volumes/main/ci/lakelight";
        return this;
    }

    /** Return the paths of what is in the volume. */
    public List<String> files() {
        return StreamSupport.stream(
                        client().files()
                                .listDirectoryContents(String.valueOf(files))
                                .spliterator(),
                        false)
                .map(DirectoryEntry::getPath)
                .toList();
    }

    public WorkspaceFixture write(String file, String text) throws IOException {
        Path path = workTree().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Commit everything and push it to a branch. Return the commit's id. */
    public String push(String branch) throws GitAPIException {
        String commit = commit();
        work.push()
                .setRemote(url())
                .setRefSpecs(new org.eclipse.jgit.transport.RefSpec("HEAD:refs/heads/" + branch))
                .call();
        return commit;
    }

    /** Commit everything. Return the commit's id. */
    public String commit() throws GitAPIException {
        work.add().addFilepattern(".").call();
        return work.commit()
                .setMessage("Work")
                .setAuthor(DEVELOPER)
                .setCommitter(DEVELOPER)
                .setSign(false)
                .call()
                .name();
    }

    public DatabricksSettings settings(Compute compute) {
        return settings(compute, null);
    }

    public DatabricksSettings settings(Compute compute, @Nullable GivenJob givenJob) {
        return new DatabricksSettings(
                login(),
                compute,
                null,
                files,
                ExitLanguage.JAVA,
                2,
                Duration.ofMinutes(20),
                Duration.ofHours(1),
                false,
                "build 1",
                givenJob);
    }

    @Override
    public void close() {
        work.close();
        workspace.close();
    }
}
