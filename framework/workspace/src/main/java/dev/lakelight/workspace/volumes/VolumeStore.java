package dev.lakelight.workspace.volumes;

import dev.lakelight.workspace.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said of volumes: owners, comments and times. */
final class VolumeStore {

    private final Database database;
    private final Clock clock;

    VolumeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Remember a volume, and return whether there was none of that name. */
    boolean create(VolumeName name, @Nullable String comment, String owner) {
        long now = clock.millis();
        return database.write(session -> session.update(
                        "INSERT INTO volume VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        name.fullName(),
                        UUID.randomUUID().toString(),
                        comment,
                        owner,
                        now,
                        owner,
                        now,
                        owner)
                > 0);
    }

    Optional<VolumeInfo> find(VolumeName name) {
        return database.read(session ->
                session.find("SELECT * FROM volume WHERE full_name = ?", VolumeStore::info, name.fullName()));
    }

    /** Change a comment or owner; what is not given stays. */
    void update(VolumeName name, @Nullable String comment, @Nullable String owner, String user) {
        database.change(session -> session.update(
                "UPDATE volume SET comment = coalesce(?, comment), owner = coalesce(?, owner), updated_at = ?, updated_by = ?"
                        + " WHERE full_name = ?",
                comment,
                owner,
                clock.millis(),
                user,
                name.fullName()));
    }

    void delete(VolumeName name) {
        database.change(session -> session.update("DELETE FROM volume WHERE full_name = ?", name.fullName()));
    }

    private static VolumeInfo info(ResultSet row) throws SQLException {
        VolumeName name = VolumeName.parse(row.getString("full_name"));
        return new VolumeInfo(
                name.catalog(),
                name.schema(),
                name.name(),
                name.fullName(),
                row.getString("volume_id"),
                "MANAGED",
                row.getString("comment"),
                row.getString("owner"),
                row.getLong("created_at"),
                row.getString("created_by"),
                row.getLong("updated_at"),
                row.getString("updated_by"));
    }
}
