package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Principal.Kind;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.Session;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Users, service principals and groups. */
public final class PrincipalStore {

    private static final String ACTIVE = "SELECT id, kind, name, display_name FROM principal WHERE active = 1";

    private final Database database;

    /** Keep them in a database. */
    public PrincipalStore(Database database) {
        this.database = database;
    }

    /** Let these log in, and nobody else. Who was known before keeps its id. */
    public void configure(List<WorkspaceUser> users) {
        database.change(session -> {
            session.update("UPDATE principal SET active = 0");
            session.update("DELETE FROM membership");
            session.update("DELETE FROM token WHERE origin = 'CONFIGURED'");
            for (WorkspaceUser user : users) {
                configure(session, user);
            }
        });
    }

    private static void configure(Session session, WorkspaceUser user) throws SQLException {
        session.update(
                "INSERT INTO principal (kind, name, display_name, active) VALUES (?, ?, ?, 1) ON CONFLICT (name) DO UPDATE"
                        + " SET kind = excluded.kind, display_name = excluded.display_name, active = 1",
                user.kind().name(),
                user.name(),
                user.displayName());
        long id = session.find("SELECT id FROM principal WHERE name = ?", row -> row.getLong(1), user.name())
                .orElseThrow();
        Set<String> groups = new TreeSet<>(user.groups());
        groups.add(Principal.USERS);

        for (String group : groups) {
            session.update("INSERT INTO user_group (name) VALUES (?) ON CONFLICT DO NOTHING", group);
            session.update("INSERT INTO membership VALUES (?, ?)", id, group);
        }

        for (String token : user.tokens()) {
            TokenStore.configure(session, id, token);
        }
    }

    /** Return those of a kind who can log in, in the order of their ids. */
    public List<Principal> list(Kind kind) {
        return database.read(session -> {
            List<Row> rows = session.list(ACTIVE + " AND kind = ? ORDER BY id", Row::of, kind.name());
            return principals(session, rows);
        });
    }

    /** Return whoever has an id. */
    public Optional<Principal> find(long id) {
        return database.read(session -> find(session, id));
    }

    /** Return whoever has a name. */
    public Optional<Principal> named(String name) {
        return database.read(session -> {
            List<Row> rows = session.list(ACTIVE + " AND name = ?", Row::of, name);
            return principals(session, rows).stream().findFirst();
        });
    }

    static Optional<Principal> find(Session session, long id) throws SQLException {
        return principals(session, session.list(ACTIVE + " AND id = ?", Row::of, id)).stream()
                .findFirst();
    }

    /** Return all groups, in the order of their ids. */
    public List<Group> groups() {
        return database.read(session -> session.list(
                "SELECT id, name FROM user_group ORDER BY id", row -> new Group(row.getLong(1), row.getString(2))));
    }

    private static List<Principal> principals(Session session, List<Row> rows) throws SQLException {
        List<Principal> principals = new java.util.ArrayList<>();

        for (Row row : rows) {
            Set<String> groups = new HashSet<>(session.list(
                    "SELECT group_name FROM membership WHERE principal_id = ?", group -> group.getString(1), row.id()));
            principals.add(new Principal(row.id(), row.kind(), row.name(), row.displayName(), groups));
        }

        return principals;
    }

    /** A group of users. */
    public record Group(long id, String name) {}

    private record Row(long id, Kind kind, String name, String displayName) {

        static Row of(java.sql.ResultSet row) throws SQLException {
            return new Row(row.getLong(1), Kind.valueOf(row.getString(2)), row.getString(3), row.getString(4));
        }
    }
}
