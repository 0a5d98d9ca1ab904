package dev.lakelight.databricks.api;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.service.files.UploadRequest;
import dev.lakelight.problem.EnvironmentError;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of volumes. Every method throws {@link EnvironmentError} when it fails. */
public final class RemoteFiles {

    private final WorkspaceClient client;

    RemoteFiles(WorkspaceClient client) {
        this.client = client;
    }

    /** Copy a file to a volume, in place of one that is there. */
    public void upload(Path file, String target) {
        Calls.tell("keep the file %s".formatted(target), () -> {
            try (InputStream content = Files.newInputStream(file)) {
                upload(content, target);
            }
        });
    }

    /** Write a file of a volume, in place of one that is there. */
    public void upload(byte[] content, String target) {
        Calls.tell("keep the file %s".formatted(target), () -> upload(new ByteArrayInputStream(content), target));
    }

    private void upload(InputStream content, String target) {
        client.files()
                .upload(new UploadRequest()
                        .setFilePath(target)
                        .setContents(content)
                        .setOverwrite(true));
    }

    /** Remove a folder of a volume with all that it holds, when there is one. */
    public void remove(String folder) {
        Calls.tell("remove the files in %s".formatted(folder), () -> {
            try {
                removeFilesIn(folder);
            } catch (DatabricksError e) {
                if (!Calls.isMissing(e)) {
                    throw e;
                }
            }
        });
    }

    private void removeFilesIn(String folder) throws DatabricksException {
        for (var entry : client.files().listDirectoryContents(folder)) {
            if (Boolean.TRUE.equals(entry.getIsDirectory())) {
                removeFilesIn(entry.getPath());
            } else {
                client.files().delete(entry.getPath());
            }
        }

        client.files().deleteDirectory(folder);
    }
}
