package dev.lakelight.workspace.volumes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A volume on the wire. Times are milliseconds since 1970. */
record VolumeInfo(
        String catalogName,
        String schemaName,
        String name,
        String fullName,
        String volumeId,
        String volumeType,
        @Nullable String comment,
        String owner,
        long createdAt,
        String createdBy,
        long updatedAt,
        String updatedBy) {

    /** Create one as it is when nothing has changed it yet. */
    static VolumeInfo created(VolumeName name, UUID id, @Nullable String comment, String owner, long time) {
        return new VolumeInfo(
                name.catalog(),
                name.schema(),
                name.name(),
                name.fullName(),
                id.toString(),
                "MANAGED",
                comment,
                owner,
                time,
                owner,
                time,
                owner);
    }
}
