package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.ObjectPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which Git folders there are. One whose making was cut off is not there. */
final class RepoStore {

    private static final String SELECT =
            "SELECT repo.id, path, url, provider, git_credential_id, sparse_patterns, update_target FROM repo"
                    + " JOIN object ON object.id = repo.id";

    private final Database database;

    RepoStore(Database database) {
        this.database = database;
    }

    Optional<Repo> find(long id) {
        return database.read(
                session -> session.find(SELECT + " WHERE state <> 'CREATING' AND repo.id = ?", RepoStore::repo, id));
    }

    List<Repo> list() {
        return database.read(
                session -> session.list(SELECT + " WHERE state <> 'CREATING' ORDER BY repo.id", RepoStore::repo));
    }

    /** Remember that a Git folder is being made: should the process be killed, it goes. */
    void begin(Repo repo, String creator) {
        database.change(session -> {
            session.update(
                    "INSERT INTO repo (id, url, provider, git_credential_id, sparse_patterns, created_by, state)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 'CREATING')",
                    repo.id(),
                    repo.url(),
                    repo.provider(),
                    repo.credentialId(),
                    patterns(repo.cone()),
                    creator);
        });
    }

    /** Remember that files of a Git folder are being changed to those of a commit. */
    void beginUpdate(long id, String commit) {
        database.change(session -> {
            session.update("UPDATE repo SET state = 'UPDATING', update_target = ? WHERE id = ?", commit, id);
        });
    }

    /** Remember that a Git folder is as it was asked for. */
    void finish(Repo repo) {
        database.change(session -> {
            session.update(
                    "UPDATE repo SET state = 'READY', update_target = NULL, sparse_patterns = ?, git_credential_id = ?"
                            + " WHERE id = ?",
                    patterns(repo.cone()),
                    repo.credentialId(),
                    repo.id());
        });
    }

    /** Return the paths of those whose making was cut off. */
    List<ObjectPath> unfinished() {
        return database.read(session -> session.list(
                "SELECT path FROM repo JOIN object ON object.id = repo.id WHERE state = 'CREATING'",
                row -> ObjectPath.parse(row.getString(1))));
    }

    /** Return those whose change was cut off. */
    List<CutOffUpdate> cutOffUpdates() {
        return database.read(session -> session.list(
                SELECT + " WHERE state = 'UPDATING'",
                row -> new CutOffUpdate(repo(row), row.getString("update_target"))));
    }

    private static Repo repo(ResultSet row) throws SQLException {
        long credential = row.getLong("git_credential_id");
        @Nullable Long credentialId = row.wasNull() ? null : credential;
        return new Repo(
                row.getLong("id"),
                ObjectPath.parse(row.getString("path")),
                row.getString("url"),
                row.getString("provider"),
                credentialId,
                cone(row.getString("sparse_patterns")));
    }

    // Folders of git have no line feeds in their names here.
    private static @Nullable String patterns(SparseCone cone) {
        return cone.isEverything() ? null : String.join("\n", cone.folders());
    }

    private static SparseCone cone(@Nullable String patterns) {
        return patterns == null ? SparseCone.EVERYTHING : new SparseCone(List.of(patterns.split("\n")));
    }

    /** A change of files that was cut off on its way to a commit. */
    record CutOffUpdate(Repo repo, String commit) {}
}
