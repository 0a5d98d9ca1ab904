package dev.lakelight.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Deletes folders of ours as far as possible; what another process still holds goes with the build directory. */
public final class FileTree {

    private FileTree() {}

    /** Delete this folder or file with all below it. Symbolic links are deleted, not followed. */
    public static void delete(Path path) {
        delete(path.toFile());
    }

    private static void delete(File file) {
        File[] children = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
        if (children != null) {
            for (File child : children) {
                delete(child);
            }
        }
        boolean unused = file.delete();
    }
}
