package dev.lakelight.workspace.permission;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.permission.Grant.Grantee;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Permissions that were given. */
final class PermissionStore {

    private final Database database;

    PermissionStore(Database database) {
        this.database = database;
    }

    List<Grant> grants(Securable object) {
        return database.read(session -> session.list(
                "SELECT principal_type, principal_name, permission_level FROM permission"
                        + " WHERE object_type = ? AND object_id = ? ORDER BY principal_type, principal_name",
                row -> new Grant(
                        Grantee.valueOf(row.getString(1)), row.getString(2), PermissionLevel.valueOf(row.getString(3))),
                object.type().plural(),
                object.id()));
    }

    Set<String> reachable(Principal principal, SecurableType type) {
        List<Object> values = new ArrayList<>(List.of(type.plural(), principal.name()));
        values.addAll(principal.groups());
        String marks = principal.groups().stream().map(group -> "?").collect(Collectors.joining(", "));
        return database.read(session -> Set.copyOf(session.list(
                "SELECT DISTINCT object_id FROM permission WHERE object_type = ? AND ((principal_type <> 'GROUP' AND"
                        + " principal_name = ?) OR (principal_type = 'GROUP' AND principal_name IN (%s)))"
                                .formatted(marks),
                row -> row.getString(1),
                values.toArray())));
    }

    /** Let an object have these and no others. */
    void replace(Securable object, List<Grant> grants) {
        database.change(session -> {
            session.update(
                    "DELETE FROM permission WHERE object_type = ? AND object_id = ?",
                    object.type().plural(),
                    object.id());
            add(session, object, grants);
        });
    }

    /** Let an object have these beside those of others. */
    void add(Securable object, List<Grant> grants) {
        database.change(session -> add(session, object, grants));
    }

    private static void add(Session session, Securable object, List<Grant> grants) throws SQLException {
        for (Grant grant : grants) {
            session.update(
                    "INSERT INTO permission VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET permission_level ="
                            + " excluded.permission_level",
                    object.type().plural(),
                    object.id(),
                    grant.grantee().name(),
                    grant.name(),
                    grant.level().name());
        }
    }
}
