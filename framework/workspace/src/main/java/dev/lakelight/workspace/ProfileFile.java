package dev.lakelight.workspace;

import dev.lakelight.workspace.storage.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;

/** A configuration profile of Databricks' clients that leads to the workspace, in a file that only its owner can read. */
final class ProfileFile {

    static final String NAME = "databrickscfg";

    private ProfileFile() {}

    static void write(Path stateFolder, String url, String token, DurableFiles files) throws IOException {
        String profile = """
                [DEFAULT]
                host = %s
                token = %s
                """.formatted(url, token);
        files.writePrivate(stateFolder.resolve(NAME), AdminToken.content(profile));
    }
}
