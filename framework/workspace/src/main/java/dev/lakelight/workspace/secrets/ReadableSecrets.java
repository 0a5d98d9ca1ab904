package dev.lakelight.workspace.secrets;

import dev.lakelight.workspace.api.Principal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Secrets with their values, for code that runs as a user: those that the user may read. */
public final class ReadableSecrets {

    private final SecretStore store;
    private final ScopeAccess access;

    /** Read secrets of a store. */
    public ReadableSecrets(SecretStore store) {
        this.store = store;
        this.access = new ScopeAccess(store);
    }

    /** Return all that a user may read. */
    public List<SecretValue> of(Principal user) {
        return store.scopes().stream()
                .filter(scope -> access.allows(user, scope, SecretPermission.READ))
                .flatMap(scope -> store.list(scope).stream().flatMap(secret -> find(scope, secret.key()).stream()))
                .toList();
    }

    private Optional<SecretValue> find(String scope, String key) {
        return store.value(scope, key)
                .map(value -> new SecretValue(scope, key, new String(value, StandardCharsets.UTF_8)));
    }

    /** Return the value of a secret, if there is one that a user may read. */
    public Optional<String> find(Principal user, String scope, String key) {
        return store.hasScope(scope) && access.allows(user, scope, SecretPermission.READ)
                ? find(scope, key).map(SecretValue::value)
                : Optional.empty();
    }

    /** A secret with its value, as text in UTF-8. */
    public record SecretValue(String scope, String key, String value) {

        /** Return no value. */
        @Override
        public String toString() {
            return "secret %s/%s".formatted(scope, key);
        }
    }
}
