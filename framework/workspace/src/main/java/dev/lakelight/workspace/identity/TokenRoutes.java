package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.identity.TokenStore.Origin;
import dev.lakelight.workspace.identity.TokenStore.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Personal access tokens, which users make for themselves. */
final class TokenRoutes implements Topic {

    /** Two years, the longest that Databricks gives. */
    private static final long LONGEST_SECONDS = Duration.ofDays(730).toSeconds();

    private final TokenStore tokens;

    TokenRoutes(TokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("accounts")
                .post("/api/2.0/token/create", "generateDbToken", this::create)
                .get("/api/2.0/token/list", "listDbTokens", this::list)
                .post("/api/2.0/token/delete", "revokeDbToken", this::delete)
                .list();
    }

    private ApiResponse create(ApiRequest request) {
        Parameters parameters = request.parameters();
        String comment = parameters.optionalText("comment").orElse("");
        return ApiResponse.json(tokens.create(request.caller(), Origin.CREATED, comment, lifetime(parameters)));
    }

    private static @Nullable Duration lifetime(Parameters parameters) {
        long seconds = parameters.optionalNumber("lifetime_seconds").orElse(-1);

        if (seconds == -1) {
            return null;
        }

        if (seconds <= 0 || seconds > LONGEST_SECONDS) {
            throw ApiErrors.invalid("lifetime_seconds must be from 1 to %d.".formatted(LONGEST_SECONDS));
        }

        return Duration.ofSeconds(seconds);
    }

    private ApiResponse list(ApiRequest request) {
        List<Token> all = tokens.list(request.caller());
        return all.isEmpty() ? ApiResponse.done() : ApiResponse.json(Map.of("token_infos", all));
    }

    private ApiResponse delete(ApiRequest request) {
        String id = request.parameters().text("token_id");

        if (!tokens.delete(request.caller(), id)) {
            throw ApiErrors.doesNotExist("Token with id %s does not exist.".formatted(id));
        }

        return ApiResponse.done();
    }
}
