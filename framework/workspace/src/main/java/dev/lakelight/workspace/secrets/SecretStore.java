package dev.lakelight.workspace.secrets;

import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.SecretBox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Scopes, their secrets and who may use them. Values are kept encrypted. */
public final class SecretStore {

    private final Database database;
    private final SecretBox box;
    private final Clock clock;

    /** Keep secrets in a database. */
    public SecretStore(Database database, SecretBox box, Clock clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
    }

    /** Make a scope that these may manage, and return whether there was none of that name. */
    boolean createScope(String name, List<String> managers) {
        return database.write(session -> {
            if (session.update("INSERT INTO secret_scope VALUES (?) ON CONFLICT DO NOTHING", name) == 0) {
                return false;
            }

            for (String manager : managers) {
                session.update("INSERT INTO secret_acl VALUES (?, ?, 'MANAGE') ON CONFLICT DO NOTHING", name, manager);
            }

            return true;
        });
    }

    List<String> scopes() {
        return database.read(
                session -> session.list("SELECT name FROM secret_scope ORDER BY name", row -> row.getString(1)));
    }

    boolean hasScope(String name) {
        return database.read(session ->
                        session.find("SELECT 1 FROM secret_scope WHERE name = ?", row -> row.getInt(1), name))
                .isPresent();
    }

    void deleteScope(String name) {
        database.change(session -> session.update("DELETE FROM secret_scope WHERE name = ?", name));
    }

    void put(String scope, String key, byte[] value) {
        byte[] encrypted = box.seal(value);
        database.change(session -> session.update(
                "INSERT INTO secret VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET encrypted_value ="
                        + " excluded.encrypted_value, last_updated_timestamp = excluded.last_updated_timestamp",
                scope,
                key,
                encrypted,
                clock.millis()));
    }

    /** Return the value of a secret, whoever asks. */
    public Optional<byte[]> value(String scope, String key) {
        return database.read(session -> session.find(
                        "SELECT encrypted_value FROM secret WHERE scope = ? AND key = ?",
                        row -> row.getBytes(1),
                        scope,
                        key))
                .map(box::open);
    }

    boolean delete(String scope, String key) {
        return database.write(
                session -> session.update("DELETE FROM secret WHERE scope = ? AND key = ?", scope, key) > 0);
    }

    List<SecretMetadata> list(String scope) {
        return database.read(session -> session.list(
                "SELECT key, last_updated_timestamp FROM secret WHERE scope = ? ORDER BY key",
                row -> new SecretMetadata(row.getString(1), row.getLong(2)),
                scope));
    }

    void putAcl(String scope, SecretAcl acl) {
        database.change(session -> session.update(
                "INSERT INTO secret_acl VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET permission = excluded.permission",
                scope,
                acl.principal(),
                acl.permission().name()));
    }

    boolean deleteAcl(String scope, String principal) {
        return database.write(session ->
                session.update("DELETE FROM secret_acl WHERE scope = ? AND principal = ?", scope, principal) > 0);
    }

    List<SecretAcl> acls(String scope) {
        return database.read(session -> session.list(
                "SELECT principal, permission FROM secret_acl WHERE scope = ? ORDER BY principal",
                row -> new SecretAcl(row.getString(1), SecretPermission.valueOf(row.getString(2))),
                scope));
    }

    /** What is told of a secret. The time is in milliseconds since 1970. */
    record SecretMetadata(String key, long lastUpdatedTimestamp) {}

    /** What a user, service principal or group may do. */
    record SecretAcl(String principal, SecretPermission permission) {}
}
