package dev.lakelight.workspace.volumes;

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
        String updatedBy) {}
