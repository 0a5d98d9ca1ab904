package dev.lakelight.workspace;

import dev.lakelight.problem.UserError;
import dev.lakelight.workspace.driver.DriverClassPath;
import dev.lakelight.workspace.identity.WorkspaceUser;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a workspace is started with. */
record WorkspaceSettings(
        Path stateFolder,
        String address,
        int port,
        boolean encrypted,
        List<WorkspaceUser> users,
        long largestUpload,
        DriverClassPath classPath,
        Clock clock,
        JobOptions jobs) {

    /** So long that nobody guesses it. */
    private static final int SHORTEST_TOKEN_FOR_OTHERS = 16;

    WorkspaceSettings {
        users = List.copyOf(users);
        requireDistinct(users);
        requireUsableNames(users);

        if (!isLoopback(address)) {
            requireProtection(address, encrypted, users);
        }
    }

    private static void requireDistinct(List<WorkspaceUser> users) {
        Set<String> names = new HashSet<>();
        Set<String> tokens = new HashSet<>();

        for (WorkspaceUser user : users) {
            if (!names.add(user.name())) {
                throw new UserError("The user %s is configured twice. Leave one out.".formatted(user.name()));
            }

            if (!user.tokens().stream().allMatch(tokens::add)) {
                throw new UserError(
                        "A token of %s is another one's too. Give each a token of its own.".formatted(user.name()));
            }
        }
    }

    private static void requireUsableNames(List<WorkspaceUser> users) {
        for (WorkspaceUser user : users) {
            if (!user.name().matches("[\\w.+@ -]{1,200}") || user.name().startsWith(".")) {
                throw new UserError(
                        "'%s' cannot be a user: a name has letters, digits and .+@-_ only.".formatted(user.name()));
            }
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UserError("The workspace cannot listen on '%s': there is no such address.".formatted(address), e);
        }
    }

    private static void requireProtection(String address, boolean encrypted, List<WorkspaceUser> users) {
        if (!encrypted) {
            throw new UserError(
                    "The workspace cannot listen on %s without encryption: others would read its tokens. Start it with TLS, or on 127.0.0.1."
                            .formatted(address));
        }

        for (WorkspaceUser user : users) {
            if (user.tokens().stream().anyMatch(token -> token.length() < SHORTEST_TOKEN_FOR_OTHERS)) {
                throw new UserError(
                        "The workspace cannot listen on %s with a token of %s that can be guessed: it has less than %d characters."
                                .formatted(address, user.name(), SHORTEST_TOKEN_FOR_OTHERS));
            }
        }
    }
}
