package dev.lakelight.workspace.tree;

import dev.lakelight.workspace.tree.ObjectIds.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** An object on the wire. Times are milliseconds since 1970. */
record ObjectInfo(
        String objectType,
        long objectId,
        String path,
        @Nullable String language,
        @Nullable Long size,
        long createdAt,
        long modifiedAt,
        String resourceId,
        @Nullable String reposExportFormat) {

    static ObjectInfo of(TreeObject object, Identity identity) {
        boolean notebook = object.type() == ObjectType.NOTEBOOK;
        return new ObjectInfo(
                object.type().name(),
                identity.id(),
                object.path().toString(),
                notebook ? StoredNotebook.of(object).language().name() : null,
                object.type() == ObjectType.FILE ? size(object) : null,
                identity.createdAt(),
                modifiedAt(object),
                String.valueOf(identity.id()),
                null);
    }

    /** Return the same with the format in which a notebook is kept. */
    ObjectInfo withExportFormat(String format) {
        return new ObjectInfo(objectType, objectId, path, language, size, createdAt, modifiedAt, resourceId, format);
    }

    private static long size(TreeObject object) {
        try {
            return Files.size(object.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long modifiedAt(TreeObject object) {
        try {
            return Files.getLastModifiedTime(object.file()).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
