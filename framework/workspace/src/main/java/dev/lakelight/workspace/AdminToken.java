package dev.lakelight.workspace;

import dev.lakelight.workspace.identity.TokenValue;
import dev.lakelight.workspace.identity.WorkspaceUser;
import dev.lakelight.workspace.storage.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The token of the administrator of a workspace whose users are not configured. It is in a file that only its owner can read. */
final class AdminToken {

    private static final String NAME = "admin@localhost";

    private AdminToken() {}

    /** Return those who are configured, or the one administrator. */
    static List<WorkspaceUser> usersOr(WorkspaceSettings settings, DurableFiles files) throws IOException {
        if (!settings.users().isEmpty()) {
            return settings.users();
        }

        Path file = file(settings.stateFolder());

        if (!Files.exists(file)) {
            files.writePrivate(file, content(TokenValue.random()));
        }

        String token = Files.readString(file).strip();
        return List.of(WorkspaceUser.named(NAME).administrator().withToken(token));
    }

    static Path file(Path stateFolder) {
        return stateFolder.resolve("token");
    }

    static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
