package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tells clients, before they log in, where to get tokens. */
final class DiscoveryRoutes implements Topic {

    private final Supplier<String> url;
    private final long workspaceId;

    DiscoveryRoutes(Supplier<String> url, long workspaceId) {
        this.url = url;
        this.workspaceId = workspaceId;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("accounts")
                .open()
                .get("/.well-known/databricks-config", "getHostConfig", this::hostConfig)
                .get("/oidc/.well-known/oauth-authorization-server", "getOauthServer", this::oauthServer)
                .get("/oidc/.well-known/openid-configuration", "getOauthServer", this::oauthServer)
                .list();
    }

    private ApiResponse hostConfig(ApiRequest request) {
        return ApiResponse.json(new HostConfig(
                url.get() + "/oidc", String.valueOf(workspaceId), "AWS", "WORKSPACE", List.of(url.get())));
    }

    private ApiResponse oauthServer(ApiRequest request) {
        return ApiResponse.json(Map.of(
                "issuer",
                url.get() + "/oidc",
                "authorization_endpoint",
                url.get() + "/oidc/v1/authorize",
                "token_endpoint",
                url.get() + "/oidc/v1/token",
                "grant_types_supported",
                List.of("client_credentials"),
                "response_types_supported",
                List.of("token"),
                "scopes_supported",
                List.of("all-apis")));
    }

    private record HostConfig(
            String oidcEndpoint,
            String workspaceId,
            String cloud,
            String hostType,
            List<String> tokenFederationDefaultOidcAudiences) {}
}
