package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Principal;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.jspecify.annotations.Nullable;

/** Finds what a caller logs in to a remote with. */
final class GitLogins {

    /** Providers take any name with a token. */
    private static final String ANY_USER = "token";

    private final GitCredentialStore store;

    GitLogins(GitCredentialStore store) {
        this.store = store;
    }

    /**
     * Return a login.
     *
     * @param credentialId the one that was asked for; none means the default for the provider
     * @return none when the caller has no credential for the provider, or the remote is on this machine
     */
    @Nullable
    CredentialsProvider find(Principal caller, String url, String provider, @Nullable Long credentialId) {
        Optional<GitCredential> credential = credentialId == null
                ? store.list(caller).stream()
                        .filter(each -> each.gitProvider().equals(provider))
                        .filter(each -> Boolean.TRUE.equals(each.isDefaultForProvider()))
                        .findFirst()
                : Optional.of(require(caller, credentialId));

        // Never over a connection that others can read.
        if (!url.startsWith("https:") || credential.isEmpty()) {
            return null;
        }

        String user = credential.get().gitUsername() == null
                ? ANY_USER
                : credential.get().gitUsername();
        return store.token(credential.get().credentialId())
                .map(token -> new LoginOfOneServer(url, user, token))
                .orElse(null);
    }

    private GitCredential require(Principal caller, long id) {
        return store.find(caller, id)
                .orElseThrow(() -> ApiErrors.doesNotExist("Git credential with ID %d does not exist.".formatted(id)));
    }
}
