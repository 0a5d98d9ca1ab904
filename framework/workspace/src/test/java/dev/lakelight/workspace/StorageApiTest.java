package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.ResourceAlreadyExists;
import com.databricks.sdk.service.catalog.CreateVolumeRequestContent;
import com.databricks.sdk.service.catalog.UpdateVolumeRequestContent;
import com.databricks.sdk.service.catalog.VolumeInfo;
import com.databricks.sdk.service.catalog.VolumeType;
import com.databricks.sdk.service.files.AddBlock;
import com.databricks.sdk.service.files.Create;
import com.databricks.sdk.service.files.CreateDirectoryRequest;
import com.databricks.sdk.service.files.CreateResponse;
import com.databricks.sdk.service.files.Delete;
import com.databricks.sdk.service.files.DirectoryEntry;
import com.databricks.sdk.service.files.FileInfo;
import com.databricks.sdk.service.files.Move;
import com.databricks.sdk.service.files.Put;
import com.databricks.sdk.service.files.ReadDbfsRequest;
import com.databricks.sdk.service.files.UploadRequest;
import com.databricks.sdk.service.workspace.AclPermission;
import com.databricks.sdk.service.workspace.CreateScope;
import com.databricks.sdk.service.workspace.DeleteAcl;
import com.databricks.sdk.service.workspace.DeleteSecret;
import com.databricks.sdk.service.workspace.PutAcl;
import com.databricks.sdk.service.workspace.PutSecret;
import com.databricks.sdk.service.workspace.SecretMetadata;
import com.databricks.sdk.service.workspace.SecretScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets, DBFS and volumes, asked for by the official SDK. */
class StorageApiTest {

    private final WorkspaceClient client = RunningWorkspace.user();
    private final String unique = UUID.randomUUID().toString();

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsSecrets() {
        client.secrets().createScope(new CreateScope().setScope(unique));
        client.secrets()
                .putSecret(new PutSecret().setScope(unique).setKey("password").setStringValue("open sesame"));

        assertThat(client.secrets().listScopes())
                .extracting(SecretScope::getName)
                .contains(unique);
        assertThat(client.secrets().listSecrets(unique))
                .extracting(SecretMetadata::getKey)
                .containsExactly("password");
        assertThat(client.secrets().getSecret(unique, "password").getValue()).isEqualTo(base64("open sesame"));

        client.secrets().deleteSecret(new DeleteSecret().setScope(unique).setKey("password"));

        assertThatThrownBy(() -> client.secrets().getSecret(unique, "password"))
                .isInstanceOf(NotFound.class)
                .hasMessage("Secret does not exist with scope: %s and key: password".formatted(unique));
        client.secrets().deleteScope(unique);
        assertThatThrownBy(() -> client.secrets().listSecrets(unique).iterator().next())
                .hasMessage("Scope %s does not exist!".formatted(unique));
    }

    @Test
    void givesSecretsOnlyToThoseWhoMay() {
        WorkspaceClient other = RunningWorkspace.other();
        client.secrets().createScope(new CreateScope().setScope(unique));
        client.secrets().putSecret(new PutSecret().setScope(unique).setKey("k").setStringValue("v"));

        assertThatThrownBy(() -> other.secrets().getSecret(unique, "k")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> client.secrets().createScope(new CreateScope().setScope(unique)))
                .isInstanceOf(ResourceAlreadyExists.class);

        client.secrets()
                .putAcl(new PutAcl()
                        .setScope(unique)
                        .setPrincipal(RunningWorkspace.OTHER)
                        .setPermission(AclPermission.READ));

        assertThat(other.secrets().getSecret(unique, "k").getValue()).isEqualTo(base64("v"));
        assertThatThrownBy(() -> other.secrets()
                        .putSecret(new PutSecret().setScope(unique).setKey("k").setStringValue("w")))
                .isInstanceOf(PermissionDenied.class);
        assertThat(other.secrets().listSecrets(unique))
                .extracting(SecretMetadata::getKey)
                .containsExactly("k");
        assertThatThrownBy(() -> other.secrets().listAcls(unique).iterator().next())
                .hasMessage("User %s does not have MANAGE permission on scope %s."
                        .formatted(RunningWorkspace.OTHER, unique));
        assertThat(client.secrets().listAcls(unique)).hasSize(2);
        assertThat(client.secrets().getAcl(unique, RunningWorkspace.OTHER).getPermission())
                .isEqualTo(AclPermission.READ);
        client.secrets().deleteAcl(new DeleteAcl().setScope(unique).setPrincipal(RunningWorkspace.OTHER));
        assertThatThrownBy(() -> other.secrets().getSecret(unique, "k")).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void leavesNoSecretReadableInItsState() throws IOException {
        client.secrets().createScope(new CreateScope().setScope(unique));
        client.secrets().putSecret(new PutSecret().setScope(unique).setKey("k").setStringValue("needle-" + unique));

        try (Stream<Path> files = Files.walk(RunningWorkspace.get().stateFolder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("needle-" + unique);
            }
        }
    }

    @Test
    void keepsFilesOfDbfs() {
        String folder = "/tmp/" + unique;
        client.dbfs().mkdirs(folder);
        client.dbfs().put(new Put().setPath(folder + "/a.txt").setContents(base64("hello")));

        assertThat(client.dbfs().getStatus("dbfs:" + folder + "/a.txt").getFileSize())
                .isEqualTo(5);
        assertThat(client.dbfs().list(folder)).extracting(FileInfo::getPath).containsExactly(folder + "/a.txt");
        assertThat(client.dbfs()
                        .read(new ReadDbfsRequest()
                                .setPath(folder + "/a.txt")
                                .setOffset(1L)
                                .setLength(3L))
                        .getData())
                .isEqualTo(base64("ell"));
        assertThatThrownBy(() ->
                        client.dbfs().put(new Put().setPath(folder + "/a.txt").setContents(base64("x"))))
                .isInstanceOf(ResourceAlreadyExists.class);

        client.dbfs().move(new Move().setSourcePath(folder + "/a.txt").setDestinationPath(folder + "/b/c.txt"));

        assertThat(client.dbfs().getStatus(folder + "/b/c.txt").getIsDir()).isFalse();
        assertThatThrownBy(() -> client.dbfs().delete(new Delete().setPath(folder)))
                .isInstanceOfSatisfying(
                        DatabricksError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("IO_ERROR"));
        client.dbfs().delete(new Delete().setPath(folder).setRecursive(true));
        assertThatThrownBy(() -> client.dbfs().getStatus(folder))
                .hasMessage("No file or directory exists on path %s.".formatted(folder));
    }

    @Test
    void writesFilesOfDbfsBlockByBlock() {
        String path = "/tmp/%s.txt".formatted(unique);
        CreateResponse created = client.dbfs().create(new Create().setPath(path));

        client.dbfs().addBlock(new AddBlock().setHandle(created.getHandle()).setData(base64("one ")));
        client.dbfs().addBlock(new AddBlock().setHandle(created.getHandle()).setData(base64("two")));

        assertThatThrownBy(() -> client.dbfs().getStatus(path))
                .as("before it is whole")
                .isInstanceOf(NotFound.class);
        client.dbfs().close(created.getHandle());
        assertThat(client.dbfs().read(path).getData()).isEqualTo(base64("one two"));
        assertThatThrownBy(() -> client.dbfs()
                        .addBlock(new AddBlock().setHandle(created.getHandle()).setData(base64("x"))))
                .hasMessage("No stream exists with handle %d.".formatted(created.getHandle()));
    }

    @Test
    void keepsFilesOfVolumes() throws IOException {
        String schema = "s" + unique.replace("-", "");
        String volume = "/Volumes/main/%s/landing".formatted(schema);
        client.volumes()
                .create(new CreateVolumeRequestContent()
                        .setCatalogName("main")
                        .setSchemaName(schema)
                        .setName("landing")
                        .setVolumeType(VolumeType.MANAGED));

        client.files().createDirectory(new CreateDirectoryRequest().setDirectoryPath(volume + "/2011"));
        client.files()
                .upload(new UploadRequest()
                        .setFilePath(volume + "/2011/a b.csv")
                        .setContents(new ByteArrayInputStream("x,y\n".getBytes(StandardCharsets.UTF_8))));

        assertThat(client.files().getMetadata(volume + "/2011/a b.csv").getContentLength())
                .isEqualTo(4);
        assertThat(client.files()
                        .download(volume + "/2011/a b.csv")
                        .getContents()
                        .readAllBytes())
                .isEqualTo("x,y\n".getBytes(StandardCharsets.UTF_8));
        assertThat(client.files().listDirectoryContents(volume + "/2011"))
                .extracting(DirectoryEntry::getName)
                .containsExactly("a b.csv");
        assertThatThrownBy(() -> client.files().deleteDirectory(volume + "/2011"))
                .hasMessageContaining("is not empty");

        client.files().delete(volume + "/2011/a b.csv");
        client.files().deleteDirectory(volume + "/2011");

        assertThatThrownBy(() -> client.files().getMetadata(volume + "/2011/a b.csv"))
                .isInstanceOf(NotFound.class);
        assertThat(client.volumes().list("main", schema)).hasSize(1);
        assertThat(client.volumes().read("main.%s.landing".formatted(schema)).getVolumeType())
                .isEqualTo(VolumeType.MANAGED);
        client.volumes().delete("main.%s.landing".formatted(schema));
        assertThatThrownBy(() ->
                        client.files().createDirectory(new CreateDirectoryRequest().setDirectoryPath(volume + "/x")))
                .isInstanceOf(NotFound.class);
    }

    /** As {@code CREATE VOLUME} and {@code DROP VOLUME} do on a cluster; StatementTest has the statements themselves. */
    @Test
    void knowsVolumesWhoseFoldersComeAndGo() throws IOException {
        String schema = "s" + unique.replace("-", "");
        Path folder = RunningWorkspace.get()
                .stateFolder()
                .resolve("dbfs/Volumes/main")
                .resolve(schema);
        String name = "main.%s.made".formatted(schema);
        Files.createDirectories(folder.resolve("made"));
        Files.createDirectories(folder.resolve("no name"));

        assertThat(client.volumes().list("main", schema))
                .extracting(VolumeInfo::getFullName)
                .containsExactly(name);
        assertThatThrownBy(() -> create(schema)).hasMessage("Volume '%s' already exists".formatted(name));
        client.files()
                .upload(new UploadRequest()
                        .setFilePath("/Volumes/main/%s/made/a.csv".formatted(schema))
                        .setContents(new ByteArrayInputStream(new byte[1])));
        assertThat(folder.resolve("made/a.csv")).hasSize(1);
        VolumeInfo seen = client.volumes().read(name);
        assertThat(RunningWorkspace.other().volumes().read(name))
                .as("to look at it changes nothing")
                .isEqualTo(seen);
        assertThat(seen.getOwner()).isEqualTo("System user");
        VolumeInfo changed = client.volumes()
                .update(new UpdateVolumeRequestContent().setName(name).setComment("old"));
        assertThat(changed.getVolumeId()).isEqualTo(seen.getVolumeId());
        assertThat(changed)
                .extracting(VolumeInfo::getComment, VolumeInfo::getOwner, VolumeInfo::getUpdatedBy)
                .containsExactly("old", "System user", RunningWorkspace.USER);

        Files.delete(folder.resolve("made/a.csv"));
        Files.delete(folder.resolve("made"));

        assertThat(client.volumes().list("main", schema)).isEmpty();
        assertThatThrownBy(() -> client.volumes().read(name)).isInstanceOf(NotFound.class);
        assertThat(create(schema).getComment()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4, 206, 234, bytes 2-4/10",
        "bytes=-3, 206, 789, bytes 7-9/10",
        "bytes=-30, 206, 0123456789, bytes 0-9/10",
        "bytes=5-, 206, 56789, bytes 5-9/10",
        "bytes=8-99, 206, 89, bytes 8-9/10",
        "bytes=10-, 416, '', bytes */10",
        "bytes=-0, 416, '', bytes */10",
        "bytes=4-2, 200, 0123456789, ''",
        "bytes=-, 200, 0123456789, ''",
        "'bytes=0-1,3-4', 200, 0123456789, ''",
        "lines=1-2, 200, 0123456789, ''",
    })
    void sendsPartsOfFiles(String range, int status, String content, String told) {
        String schema = "s" + unique.replace("-", "");
        var unused = create(schema);
        String file = "/api/2.0/fs/files/Volumes/main/%s/made/a.txt".formatted(schema);
        RawClient raw = RawClient.with(RunningWorkspace.get(), RunningWorkspace.USER_TOKEN);
        assertThat(raw.send("PUT", file, "0123456789").status()).isEqualTo(204);

        RawClient.Answer answer = raw.header("Range", range).get(file);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(content);
        assertThat(answer.header("Content-Range")).isEqualTo(told);
    }

    private VolumeInfo create(String schema) {
        return client.volumes()
                .create(new CreateVolumeRequestContent()
                        .setCatalogName("main")
                        .setSchemaName(schema)
                        .setName("made")
                        .setVolumeType(VolumeType.MANAGED));
    }

    @Test
    void keepsSettings() {
        WorkspaceClient admin = RunningWorkspace.admin();

        admin.workspaceConf().setStatus(java.util.Map.of("enableDbfsFileBrowser", "true"));

        assertThat(admin.workspaceConf().getStatus("enableDbfsFileBrowser"))
                .containsEntry("enableDbfsFileBrowser", "true");
        assertThatThrownBy(() -> client.workspaceConf().getStatus("enableDbfsFileBrowser"))
                .isInstanceOf(PermissionDenied.class)
                .hasMessage("%s is not an administrator of this workspace.".formatted(RunningWorkspace.USER));
    }
}
