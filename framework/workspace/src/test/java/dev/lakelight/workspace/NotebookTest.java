package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.ResourceAlreadyExists;
import com.databricks.sdk.service.workspace.Delete;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.ExportRequest;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.databricks.sdk.service.workspace.ObjectType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notebooks, files and folders, asked for by the official SDK. */
class NotebookTest {

    private static final String SQL = "-- Databricks notebook source\nSELECT 1\n\n-- COMMAND ----------\n\nSELECT 2\n";

    private final WorkspaceClient client = RunningWorkspace.user();
    private final String home = "/Users/%s/%s".formatted(RunningWorkspace.USER, UUID.randomUUID());

    @BeforeEach
    void makeFolder() {
        client.workspace().mkdirs(home);
    }

    private static Import request(String path, String content) {
        return new Import()
                .setPath(path)
                .setContent(Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    private void importNotebook(String path, Language language, String content) {
        client.workspace()
                .importContent(
                        request(path, content).setFormat(ImportFormat.SOURCE).setLanguage(language));
    }

    private String export(String path, ExportFormat format) {
        String content = client.workspace()
                .export(new ExportRequest().setPath(path).setFormat(format))
                .getContent();
        return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
    }

    @Test
    void keepsANotebookByteForByte() {
        importNotebook(home + "/load", Language.SQL, SQL);

        assertThat(export(home + "/load", ExportFormat.SOURCE)).isEqualTo(SQL);
        ObjectInfo info = client.workspace().getStatus(home + "/load");
        assertThat(info.getObjectType()).isEqualTo(ObjectType.NOTEBOOK);
        assertThat(info.getLanguage()).isEqualTo(Language.SQL);
        assertThat(client.workspace().list(home))
                .extracting(ObjectInfo::getPath, ObjectInfo::getObjectId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(home + "/load", info.getObjectId()));
    }

    @ParameterizedTest
    @CsvSource({"PYTHON, #", "R, #", "SCALA, //", "SQL, --"})
    void makesANotebookOfAnySource(Language language, String comment) {
        importNotebook(home + "/plain", language, "x\n");

        assertThat(export(home + "/plain", ExportFormat.SOURCE))
                .isEqualTo(comment + " Databricks notebook source\nx\n");
        assertThat(client.workspace().getStatus(home + "/plain").getLanguage()).isEqualTo(language);
    }

    @Test
    void convertsBetweenFormats() {
        importNotebook(home + "/load", Language.SQL, SQL);
        String jupyter = export(home + "/load", ExportFormat.JUPYTER);

        client.workspace().importContent(request(home + "/copy", jupyter).setFormat(ImportFormat.JUPYTER));

        assertThat(export(home + "/copy", ExportFormat.JUPYTER)).isEqualTo(jupyter);
        assertThat(export(home + "/copy", ExportFormat.SOURCE)).isEqualTo(SQL);
        assertThat(client.workspace().getStatus(home + "/copy").getLanguage()).isEqualTo(Language.SQL);
    }

    @Test
    void decidesByNameAndBeginningWhatIsImported() {
        client.workspace().importContent(request(home + "/nb.sql", SQL).setFormat(ImportFormat.AUTO));
        client.workspace()
                .importContent(request(home + "/plain.sql", "SELECT 1").setFormat(ImportFormat.AUTO));

        assertThat(client.workspace().list(home))
                .extracting(ObjectInfo::getPath, ObjectInfo::getObjectType)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(home + "/nb", ObjectType.NOTEBOOK),
                        org.assertj.core.groups.Tuple.tuple(home + "/plain.sql", ObjectType.FILE));
        assertThat(export(home + "/plain.sql", ExportFormat.AUTO)).isEqualTo("SELECT 1");
    }

    @Test
    void replacesOnlyWhenAskedTo() {
        importNotebook(home + "/load", Language.SQL, SQL);

        assertThatThrownBy(() -> importNotebook(home + "/load", Language.PYTHON, "x"))
                .isInstanceOf(ResourceAlreadyExists.class)
                .hasMessage("Path (%s/load) already exists.".formatted(home));

        client.workspace()
                .importContent(request(home + "/load", "x")
                        .setFormat(ImportFormat.SOURCE)
                        .setLanguage(Language.PYTHON)
                        .setOverwrite(true));

        assertThat(export(home + "/load", ExportFormat.SOURCE)).isEqualTo("# Databricks notebook source\nx");
        assertThat(client.workspace().list(home)).hasSize(1);
    }

    @Test
    void doesNotReplaceANotebookByAFile() {
        importNotebook(home + "/load", Language.SQL, SQL);

        assertThatThrownBy(() -> client.workspace()
                        .importContent(request(home + "/load", "text")
                                .setFormat(ImportFormat.AUTO)
                                .setOverwrite(true)))
                .hasMessage("Cannot overwrite the asset at %s/load due to type mismatch (asked: FILE, actual: NOTEBOOK)"
                        .formatted(home));
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportFormat.class,
            names = {"DBC", "HTML", "R_MARKDOWN"})
    void refusesFormatsThatItDoesNotRead(ImportFormat format) {
        assertThatThrownBy(() -> client.workspace()
                        .importContent(request(home + "/x", "x").setFormat(format)))
                .hasMessage("The format %s is not supported by this workspace; SOURCE, JUPYTER, AUTO and RAW are."
                        .formatted(format));
    }

    @Test
    void refusesANotebookInAFolderThatIsNotThere() {
        assertThatThrownBy(() -> importNotebook(home + "/gone/load", Language.SQL, SQL))
                .isInstanceOf(NotFound.class)
                .hasMessage("The parent folder (%s/gone) does not exist.".formatted(home));
    }

    @Test
    void refusesWhatIsNoJupyterNotebook() {
        assertThatThrownBy(() -> client.workspace()
                        .importContent(request(home + "/x", "{").setFormat(ImportFormat.JUPYTER)))
                .isInstanceOfSatisfying(
                        DatabricksError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("INVALID_PARAMETER_VALUE"))
                .hasMessageContaining("x.ipynb:1:");
    }

    @Test
    void tellsWhatIsNotThere() {
        assertThatThrownBy(() -> client.workspace().getStatus(home + "/gone"))
                .isInstanceOf(NotFound.class)
                .hasMessage("Path (%s/gone) doesn't exist.".formatted(home));
    }

    @Test
    void deletesAFullFolderOnlyRecursively() {
        importNotebook(home + "/load", Language.SQL, SQL);

        assertThatThrownBy(() -> client.workspace().delete(new Delete().setPath(home)))
                .hasMessage("Folder (%s) is not empty".formatted(home));

        client.workspace().delete(new Delete().setPath(home).setRecursive(true));

        assertThatThrownBy(() -> client.workspace().getStatus(home)).isInstanceOf(NotFound.class);
    }

    @Test
    void keepsFoldersOfUsers() {
        assertThatThrownBy(() -> client.workspace()
                        .delete(new Delete()
                                .setPath("/Users/" + RunningWorkspace.USER)
                                .setRecursive(true)))
                .hasMessage(
                        "/Users/%s cannot be deleted: it belongs to the workspace.".formatted(RunningWorkspace.USER));
    }

    @Test
    void takesPathsWithAndWithoutTheirRoot() {
        importNotebook("/Workspace" + home + "/load", Language.SQL, SQL);

        assertThat(client.workspace().getStatus(home + "/load").getObjectId())
                .isEqualTo(client.workspace()
                        .getStatus("/Workspace" + home + "/load")
                        .getObjectId());
    }

    @Test
    void keepsTheFoldersOfOthersClosed() {
        importNotebook(home + "/load", Language.SQL, SQL);
        WorkspaceClient other = RunningWorkspace.other();

        assertThatThrownBy(() -> other.workspace().getStatus(home + "/load"))
                .isInstanceOf(PermissionDenied.class)
                .hasMessage("User %s does not have CAN_READ permission on %s/load."
                        .formatted(RunningWorkspace.OTHER, home));
        assertThat(other.workspace().list("/Users"))
                .extracting(ObjectInfo::getPath)
                .containsExactly("/Users/" + RunningWorkspace.OTHER);
        assertThat(RunningWorkspace.admin().workspace().getStatus(home + "/load"))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users/../../etc/passwd",
                "/Users/./x",
                "relative",
                "/Users/a\\b",
                "/Users/a\nb",
                "/Users/x/.git/config"
            })
    void refusesPathsThatLeadElsewhere(String path) {
        assertThatThrownBy(() -> RunningWorkspace.admin().workspace().getStatus(path))
                .isInstanceOfSatisfying(
                        DatabricksError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("INVALID_PARAMETER_VALUE"));
    }
}
