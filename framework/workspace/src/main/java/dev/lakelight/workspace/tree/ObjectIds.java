package dev.lakelight.workspace.tree;

import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.ObjectPath;
import dev.lakelight.workspace.storage.Session;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers of what is in the workspace. An object has its number until it is deleted. */
public final class ObjectIds {

    private final Database database;
    private final Clock clock;

    /** Keep them in a database. */
    public ObjectIds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Return the number of an object; one that has none yet gets it now. */
    public Identity of(ObjectPath path) {
        return find(path).orElseGet(() -> all(List.of(path)).get(path));
    }

    /** Return the number of an object, when it has one. */
    public Optional<Identity> find(ObjectPath path) {
        return database.read(session -> find(session, path));
    }

    /** Return the numbers of many objects; those that have none yet get them now. */
    public Map<ObjectPath, Identity> all(List<ObjectPath> paths) {
        Map<ObjectPath, Identity> known = new HashMap<>();
        database.read(session -> {
            for (ObjectPath path : paths) {
                find(session, path).ifPresent(identity -> known.put(path, identity));
            }
            return known;
        });
        return known.size() == paths.size() ? known : database.write(session -> create(session, paths, known));
    }

    private Map<ObjectPath, Identity> create(Session session, List<ObjectPath> paths, Map<ObjectPath, Identity> known)
            throws SQLException {
        for (ObjectPath path : paths) {
            if (!known.containsKey(path)) {
                session.update(
                        "INSERT INTO object (path, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        path.toString(),
                        clock.millis());
                known.put(path, find(session, path).orElseThrow());
            }
        }

        return known;
    }

    /** Return the path of the object that has a number. */
    public Optional<ObjectPath> path(long id) {
        return database.read(session ->
                session.find("SELECT path FROM object WHERE id = ?", row -> ObjectPath.parse(row.getString(1)), id));
    }

    /** Forget an object and all below it, with their permissions. */
    public void forget(ObjectPath path) {
        // All paths below begin with the path and a slash; the character after the slash is '0'.
        database.change(session -> {
            session.update(
                    "DELETE FROM object WHERE path = ? OR (path > ? AND path < ?)",
                    path.toString(),
                    path + "/",
                    path + "0");
        });
    }

    private static Optional<Identity> find(Session session, ObjectPath path) throws SQLException {
        return session.find(
                "SELECT id, created_at FROM object WHERE path = ?",
                row -> new Identity(row.getLong(1), row.getLong(2)),
                path.toString());
    }

    /**
     * An object's number.
     *
     * @param createdAt milliseconds since 1970
     */
    public record Identity(long id, long createdAt) {}
}
