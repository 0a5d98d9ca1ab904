package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.Session;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens. Their values are not kept, only hashes by which they are recognized. */
final class TokenStore {

    private static final String VALID = " (expiry_time IS NULL OR expiry_time > ?)";

    private final Database database;
    private final Clock clock;

    TokenStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Let a value stand for a principal for as long as the configuration says so. */
    static void configure(Session session, long principal, String value) throws SQLException {
        String hash = TokenValue.hash(value);
        session.update(
                "INSERT INTO token (token_id, principal_id, hash, origin, comment, creation_time) VALUES (?, ?, ?, 'CONFIGURED', '', 0)",
                hash,
                principal,
                hash);
    }

    /** Return whom a value stands for. */
    Optional<Principal> owner(String value) {
        return database.read(session -> {
            Optional<Long> id = session.find(
                    "SELECT principal_id FROM token WHERE hash = ? AND" + VALID,
                    row -> row.getLong(1),
                    TokenValue.hash(value),
                    clock.millis());
            return id.isEmpty() ? Optional.empty() : PrincipalStore.find(session, id.get());
        });
    }

    /**
     * Make a token.
     *
     * @param lifetime none for a token that never expires
     */
    CreatedToken create(Principal owner, Origin origin, String comment, @Nullable Duration lifetime) {
        String value = TokenValue.random();
        long now = clock.millis();
        @Nullable Long expiry = lifetime == null ? null : now + lifetime.toMillis();
        Token token = new Token(TokenValue.hash(value), comment, now, expiry == null ? -1 : expiry);
        database.change(session -> {
            session.update("DELETE FROM token WHERE NOT" + VALID, now);
            session.update(
                    "INSERT INTO token VALUES (?, ?, ?, ?, ?, ?, ?)",
                    token.tokenId(),
                    owner.id(),
                    token.tokenId(),
                    origin.name(),
                    comment,
                    now,
                    expiry);
        });
        return new CreatedToken(value, token);
    }

    /** Return the tokens that a user has made, the oldest first. */
    List<Token> list(Principal owner) {
        return database.read(session -> session.list(
                "SELECT token_id, comment, creation_time, coalesce(expiry_time, -1) FROM token"
                        + " WHERE principal_id = ? AND origin = 'CREATED' AND" + VALID
                        + " ORDER BY creation_time, token_id",
                row -> new Token(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                owner.id(),
                clock.millis()));
    }

    /** Delete a token that a user has made, and return whether there was one. */
    boolean delete(Principal owner, String tokenId) {
        return database.write(session -> session.update(
                        "DELETE FROM token WHERE token_id = ? AND principal_id = ? AND origin = 'CREATED'",
                        tokenId,
                        owner.id())
                > 0);
    }

    /** How a token came to be. */
    enum Origin {
        CREATED,
        OAUTH
    }

    /**
     * What is known of a token.
     *
     * @param tokenId names it, and does not tell its value
     * @param creationTime milliseconds since 1970
     * @param expiryTime milliseconds since 1970, or -1
     */
    record Token(String tokenId, String comment, long creationTime, long expiryTime) {}

    /** A new token; nobody can ask for its value later. */
    record CreatedToken(String tokenValue, Token tokenInfo) {}
}
