package dev.lakelight.workspace.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.Authenticator;
import dev.lakelight.workspace.api.Principal;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The browsers that have logged in, by a cookie that only pages look at: the API takes tokens alone, so no other page in the
 * browser can use it. A login is good for as long as the token it was made with, but for twelve hours at most and not after the
 * workspace has ended; with too many of them, the oldest is forgotten.
 */
final class Browsers {

    private static final String COOKIE = "lakelight_session";
    private static final Pattern SESSION = Pattern.compile("(?:^|;\\s*)" + COOKIE + "=([\\w-]+)");
    private static final int BYTES = 32;
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 200;

    private final Authenticator authenticator;
    private final Clock clock;
    private final String attributes;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private @Nullable Invitation invitation;

    /**
     * Let browsers log in.
     *
     * @param encrypted whether they come by TLS; they keep the cookie from other connections then
     */
    Browsers(Authenticator authenticator, Clock clock, boolean encrypted) {
        this.authenticator = authenticator;
        this.clock = clock;
        this.attributes = "; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s"
                .formatted(LONGEST.toSeconds(), encrypted ? "; Secure" : "");
    }

    /** Make a code that logs in once, in place of a token; a new one makes the one before worthless. */
    synchronized String invite(String token) {
        Invitation latest = new Invitation(secret(), token);
        invitation = latest;
        return latest.code();
    }

    /** Return who looks at a page, by the cookie or by what API clients send. */
    Optional<Principal> of(ApiRequest request) {
        return request.header("Authorization").isPresent()
                ? Optional.of(authenticator.authenticate(request.header("Authorization"), request.origin()))
                : cookie(request).flatMap(session -> of(session, request));
    }

    private Optional<Principal> of(String session, ApiRequest request) {
        return token(session).flatMap(token -> owner(session, token, request));
    }

    // Asked anew each time: the token may have been revoked, and its owner may be in other groups.
    private Optional<Principal> owner(String session, String token, ApiRequest request) {
        try {
            return Optional.of(authenticate(token, request));
        } catch (ApiException e) {
            forget(session);
            return Optional.empty();
        }
    }

    private synchronized Optional<String> token(String session) {
        sessions.values().removeIf(each -> !each.end().isAfter(clock.instant()));
        return Optional.ofNullable(sessions.get(session)).map(Session::token);
    }

    private synchronized void forget(String session) {
        sessions.remove(session);
    }

    /**
     * Log in by a code.
     *
     * @return the cookie
     * @throws ApiException when it was used already, or never given
     */
    String enter(String code, ApiRequest request) {
        return login(invited(code).orElseThrow(ApiErrors::invalidToken).token(), request);
    }

    private synchronized Optional<Invitation> invited(String code) {
        Invitation latest = invitation;

        if (latest == null || !latest.isFor(code)) {
            return Optional.empty();
        }

        invitation = null;
        return Optional.of(latest);
    }

    /**
     * Log in by a token.
     *
     * @return the cookie
     * @throws ApiException when it is nobody's
     */
    String login(String token, ApiRequest request) {
        Principal unused = authenticate(token, request);
        return COOKIE + "=" + add(token) + attributes;
    }

    private Principal authenticate(String token, ApiRequest request) {
        return authenticator.authenticate(Optional.of("Bearer " + token), request.origin());
    }

    private synchronized String add(String token) {
        String session = secret();
        sessions.put(session, new Session(token, clock.instant().plus(LONGEST)));

        if (sessions.size() > MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }

        return session;
    }

    private static Optional<String> cookie(ApiRequest request) {
        return request.header("Cookie")
                .map(SESSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * A login.
     *
     * @param token whose owner has logged in
     * @param end when it is good no longer
     */
    private record Session(String token, Instant end) {}

    /**
     * A login that waits for its browser.
     *
     * @param token whose owner logs in
     */
    private record Invitation(String code, String token) {

        boolean isFor(String other) {
            return MessageDigest.isEqual(code.getBytes(UTF_8), other.getBytes(UTF_8));
        }
    }
}
