package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Principal.Kind;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.identity.TokenStore.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Gives tokens to service principals that send their secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, client credentials grant</a>
 */
final class OauthRoutes implements Topic {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final TokenStore tokens;

    OauthRoutes(TokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("accounts")
                .open()
                .post("/oidc/v1/token", "mintOAuthToken", this::token)
                .list();
    }

    private ApiResponse token(ApiRequest request) {
        Parameters parameters = request.parameters();

        if (!parameters.optionalText("grant_type").equals(Optional.of("client_credentials"))) {
            return refused(400, "unsupported_grant_type", "The only grant_type here is client_credentials.");
        }

        Optional<Principal> principal = credentials(request).flatMap(this::principal);

        if (principal.isEmpty()) {
            return refused(401, "invalid_client", "Client authentication failed.");
        }

        String value =
                tokens.create(principal.get(), Origin.OAUTH, "", LIFETIME).tokenValue();
        String scope = parameters.optionalText("scope").orElse("all-apis");
        return ApiResponse.json(new Granted(value, "Bearer", LIFETIME.toSeconds(), scope));
    }

    private static Optional<BasicCredentials> credentials(ApiRequest request) {
        Parameters form = request.parameters();
        Optional<BasicCredentials> sent = request.header("Authorization").flatMap(BasicCredentials::of);
        return sent.or(() -> form.optionalText("client_id")
                .flatMap(id -> form.optionalText("client_secret").map(secret -> new BasicCredentials(id, secret))));
    }

    private Optional<Principal> principal(BasicCredentials credentials) {
        return tokens.owner(credentials.password())
                .filter(owner -> owner.kind() == Kind.SERVICE_PRINCIPAL)
                .filter(owner -> owner.name().equals(credentials.user()));
    }

    private static ApiResponse refused(int status, String error, String description) {
        return ApiResponse.json(status, new Refused(error, description));
    }

    private record Granted(String accessToken, String tokenType, long expiresIn, String scope) {}

    private record Refused(String error, String errorDescription) {}
}
