package dev.lakelight.workspace.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.Authenticator;
import dev.lakelight.workspace.api.Principal;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The browsers that have logged in, by a cookie that only pages look at: the API takes tokens alone, so no other page in the
 * browser can use it. They are forgotten when the workspace ends.
 */
final class Browsers {

    private static final String COOKIE = "lakelight_session";
    private static final Pattern SESSION = Pattern.compile("(?:^|;\\s*)" + COOKIE + "=([\\w-]+)");
    private static final int BYTES = 32;

    private final Authenticator authenticator;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Principal> bySession = new ConcurrentHashMap<>();
    private @Nullable Invitation invitation;

    Browsers(Authenticator authenticator) {
        this.authenticator = authenticator;
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
                : session(request).flatMap(session -> Optional.ofNullable(bySession.get(session)));
    }

    /**
     * Log in by a code.
     *
     * @return the cookie
     * @throws dev.lakelight.workspace.api.ApiException when it was used already, or never given
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
     * @throws dev.lakelight.workspace.api.ApiException when it is nobody's
     */
    String login(String token, ApiRequest request) {
        Principal principal = authenticator.authenticate(Optional.of("Bearer " + token), request.origin());
        String session = secret();
        bySession.put(session, principal);
        return "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(COOKIE, session);
    }

    private static Optional<String> session(ApiRequest request) {
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
