package dev.lakelight.workspace.volumes;

import dev.lakelight.workspace.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of volumes: owners, comments and times. */
final class VolumeStore {

    private final Database database;
    private final Clock clock;

    VolumeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Remember what is said of a new volume; one that is known stays as it is. */
    void create(VolumeInfo volume) {
        database.change(session -> session.update(
                "INSERT INTO volume VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                volume.fullName(),
                volume.volumeId(),
                volume.comment(),
                volume.owner(),
                volume.createdAt(),
                volume.createdBy(),
                volume.updatedAt(),
                volume.updatedBy()));
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
