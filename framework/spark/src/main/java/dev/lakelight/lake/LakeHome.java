package dev.lakelight.lake;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where a lake that is kept has its parts. It may be open in several JVMs at a time: they see each other's tables and files, and
 * nothing keeps them apart.
 *
 * @param folder of its tables and of the catalog, absolute; made when it is missing
 * @param files folder of files beside tables, which is DBFS, absolute; made when it is missing
 */
public record LakeHome(Path folder, Path files) {

    public LakeHome {
        requireNonNull(folder, "folder");
        requireNonNull(files, "files");
    }

    Path catalog() {
        return folder.resolve("catalog");
    }
}
