package dev.lakelight.workspace.secrets;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.secrets.SecretStore.SecretMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets. Their values go only to who may read them. */
public final class SecretRoutes implements Topic {

    private static final String ROOT = "/api/2.0/secrets";
    private static final int LARGEST = 128 << 10;

    private final SecretStore store;
    private final ScopeAccess access;

    /** Serve the secrets of a store. */
    public SecretRoutes(SecretStore store) {
        this.store = store;
        this.access = new ScopeAccess(store);
    }

    @Override
    public List<Route> routes() {
        return Routes.of("secrets")
                .post(ROOT + "/put", "putSecret", this::put)
                .get(ROOT + "/get", "getSecret", this::get)
                .get(ROOT + "/list", "listSecrets", this::list)
                .post(ROOT + "/delete", "deleteSecret", this::delete)
                .list();
    }

    private ApiResponse put(ApiRequest request) {
        String scope = access.require(request, SecretPermission.WRITE);
        Parameters parameters = request.parameters();
        String key = SecretNames.require("key", parameters.text("key"));
        byte[] value = value(parameters);

        if (value.length > LARGEST) {
            throw ApiErrors.invalid("A secret has at most %d bytes; this one has %d.".formatted(LARGEST, value.length));
        }

        store.put(scope, key, value);
        return ApiResponse.done();
    }

    private static byte[] value(Parameters parameters) {
        Optional<String> text = parameters.optionalText("string_value");

        if (text.isPresent() == parameters.has("bytes_value")) {
            throw ApiErrors.invalid("Exactly one of string_value and bytes_value must be given.");
        }

        return text.map(value -> value.getBytes(StandardCharsets.UTF_8))
                .or(() -> parameters.bytes("bytes_value"))
                .orElseThrow();
    }

    private ApiResponse get(ApiRequest request) {
        String scope = access.require(request, SecretPermission.READ);
        String key = request.parameters().text("key");
        byte[] value = store.value(scope, key).orElseThrow(() -> noSecret(scope, key));
        return ApiResponse.json(Map.of("key", key, "value", Base64.getEncoder().encodeToString(value)));
    }

    private ApiResponse list(ApiRequest request) {
        List<SecretMetadata> secrets = store.list(access.require(request, SecretPermission.READ));
        return secrets.isEmpty() ? ApiResponse.done() : ApiResponse.json(Map.of("secrets", secrets));
    }

    private ApiResponse delete(ApiRequest request) {
        String scope = access.require(request, SecretPermission.WRITE);
        String key = request.parameters().text("key");

        if (!store.delete(scope, key)) {
            throw noSecret(scope, key);
        }

        return ApiResponse.done();
    }

    private static RuntimeException noSecret(String scope, String key) {
        return ApiErrors.doesNotExist("Secret does not exist with scope: %s and key: %s".formatted(scope, key));
    }
}
