package dev.lakelight.workspace.volumes;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.storage.ObjectPath;
import java.util.List;

/** The name of a volume: catalog, schema and its own. */
record VolumeName(String catalog, String schema, String name) {

    VolumeName {
        for (String part : List.of(catalog, schema, name)) {
            if (!isName(part)) {
                throw ApiErrors.invalid("'%s' cannot be a name: it is empty, too long or holds spaces, dots or slashes."
                        .formatted(part));
            }
        }
    }

    /** Return whether a catalog, schema or volume can be called so. */
    static boolean isName(String part) {
        return part.matches("[^\\p{Cntrl} ./\\\\]{1,200}");
    }

    /** Read a name of three parts. */
    static VolumeName parse(String fullName) {
        String[] parts = fullName.split("\\.", -1);

        if (parts.length != 3) {
            throw ApiErrors.invalid("'%s' is not the full name of a volume: catalog.schema.volume".formatted(fullName));
        }

        return new VolumeName(parts[0], parts[1], parts[2]);
    }

    /** Return the name of the volume that a path leads into: {@code /Volumes/catalog/schema/volume}. */
    static VolumeName of(ObjectPath path) {
        List<String> names = path.names();

        if (names.size() < 4 || !names.get(0).equals("Volumes")) {
            throw ApiErrors.invalid("Path (%s) must begin with /Volumes/<catalog>/<schema>/<volume>.".formatted(path));
        }

        return new VolumeName(names.get(1), names.get(2), names.get(3));
    }

    String fullName() {
        return "%s.%s.%s".formatted(catalog, schema, name);
    }

    ObjectPath path() {
        return new ObjectPath(List.of("Volumes", catalog, schema, name));
    }
}
