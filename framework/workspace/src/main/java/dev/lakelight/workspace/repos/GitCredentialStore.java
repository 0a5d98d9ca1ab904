package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.SecretBox;
import dev.lakelight.workspace.storage.Session;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What users log in to git providers with. Tokens are kept encrypted and leave only towards a remote. */
final class GitCredentialStore {

    private static final String COLUMNS = "credential_id, git_provider, git_username, git_email, name, is_default";

    private final Database database;
    private final SecretBox box;

    GitCredentialStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    /** Keep a new credential; the first one for a provider is the default. */
    GitCredential create(Principal owner, GitCredential credential, @Nullable String token) {
        byte @Nullable [] encrypted = encrypt(token);
        return database.write(session -> {
            boolean isDefault = Boolean.TRUE.equals(credential.isDefaultForProvider())
                    || list(session, owner).stream()
                            .noneMatch(known -> known.gitProvider().equals(credential.gitProvider()));
            long id = session.insert(
                    "INSERT INTO git_credential (principal_id, git_provider, git_username, git_email, name, is_default,"
                            + " encrypted_token) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    owner.id(),
                    credential.gitProvider(),
                    credential.gitUsername(),
                    credential.gitEmail(),
                    credential.name(),
                    isDefault,
                    encrypted);
            return onlyDefault(session, owner, credential.with(id, isDefault));
        });
    }

    /** Change a credential; a token that is not given stays. */
    void update(Principal owner, GitCredential credential, @Nullable String token) {
        byte @Nullable [] encrypted = encrypt(token);
        database.change(session -> {
            session.update(
                    "UPDATE git_credential SET git_provider = ?, git_username = ?, git_email = ?, name = ?, is_default = ?,"
                            + " encrypted_token = coalesce(?, encrypted_token) WHERE credential_id = ? AND principal_id = ?",
                    credential.gitProvider(),
                    credential.gitUsername(),
                    credential.gitEmail(),
                    credential.name(),
                    credential.isDefaultForProvider(),
                    encrypted,
                    credential.credentialId(),
                    owner.id());
            onlyDefault(session, owner, credential);
        });
    }

    private static GitCredential onlyDefault(Session session, Principal owner, GitCredential credential)
            throws SQLException {
        if (Boolean.TRUE.equals(credential.isDefaultForProvider())) {
            session.update(
                    "UPDATE git_credential SET is_default = (credential_id = ?) WHERE principal_id = ? AND git_provider = ?",
                    credential.credentialId(),
                    owner.id(),
                    credential.gitProvider());
        }

        return credential;
    }

    List<GitCredential> list(Principal owner) {
        return database.read(session -> list(session, owner));
    }

    private static List<GitCredential> list(Session session, Principal owner) throws SQLException {
        return session.list(
                "SELECT " + COLUMNS + " FROM git_credential WHERE principal_id = ? ORDER BY credential_id",
                GitCredentialStore::credential,
                owner.id());
    }

    Optional<GitCredential> find(Principal owner, long id) {
        return list(owner).stream()
                .filter(credential -> credential.credentialId() == id)
                .findFirst();
    }

    boolean delete(Principal owner, long id) {
        return database.write(session -> session.update(
                        "DELETE FROM git_credential WHERE credential_id = ? AND principal_id = ?", id, owner.id())
                > 0);
    }

    /** Return the token of a credential; empty when it has none. */
    Optional<String> token(long id) {
        return database.read(session -> session.find(
                        "SELECT encrypted_token FROM git_credential WHERE credential_id = ? AND encrypted_token IS NOT NULL",
                        row -> row.getBytes(1),
                        id))
                .map(encrypted -> new String(box.open(encrypted), StandardCharsets.UTF_8));
    }

    private byte @Nullable [] encrypt(@Nullable String token) {
        return token == null ? null : box.seal(token.getBytes(StandardCharsets.UTF_8));
    }

    private static GitCredential credential(ResultSet row) throws SQLException {
        return new GitCredential(
                row.getLong("credential_id"),
                row.getString("git_provider"),
                row.getString("git_username"),
                row.getString("git_email"),
                row.getString("name"),
                row.getBoolean("is_default"));
    }
}
