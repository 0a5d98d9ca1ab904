package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.Auditor;
import dev.lakelight.workspace.api.Auditor.Attempt;
import dev.lakelight.workspace.api.Authenticator;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.RequestOrigin;
import dev.lakelight.workspace.api.Route.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs in by token, in either way that clients send them: {@code Bearer}, or {@code Basic} with the token as the password of its
 * user or of {@code token}. The audit log gets every failure, and the first success of each token and client since the start.
 */
public final class Login implements Authenticator {

    private static final Operation OPERATION = new Operation("accounts", "tokenLogin");
    private static final String BEARER = "Bearer ";
    private static final String ANY_USER = "token";

    private final TokenStore tokens;
    private final Auditor auditor;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Login(TokenStore tokens, Auditor auditor) {
        this.tokens = tokens;
        this.auditor = auditor;
    }

    @Override
    public Principal authenticate(Optional<String> authorization, RequestOrigin origin) {
        try {
            Principal principal = principal(authorization.orElseThrow(ApiErrors::unauthenticated));

            if (seen.add(principal.name() + " " + origin.address() + " " + origin.userAgent())) {
                record(origin, principal.name(), 200, "");
            }

            return principal;
        } catch (ApiException e) {
            record(origin, "", e.status(), e.text());
            throw e;
        }
    }

    private Principal principal(String authorization) {
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return tokens.owner(authorization.substring(BEARER.length()).strip())
                    .orElseThrow(ApiErrors::invalidToken);
        }

        BasicCredentials credentials = BasicCredentials.of(authorization).orElseThrow(ApiErrors::unauthenticated);
        return tokens.owner(credentials.password())
                .filter(owner -> credentials.user().equals(ANY_USER)
                        || credentials.user().equals(owner.name()))
                .orElseThrow(ApiErrors::invalidToken);
    }

    private void record(RequestOrigin origin, String user, int status, String error) {
        auditor.record(new Attempt(origin, OPERATION, user, Map.of(), status, error));
    }
}
