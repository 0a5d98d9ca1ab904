package dev.lakelight.workspace.tree;

import dev.lakelight.workspace.storage.ObjectPath;
import java.nio.file.Path;

/**
 * Something in the workspace.
 *
 * @param path as clients know it; a notebook's has no extension
 * @param file where it is on this machine
 */
public record TreeObject(ObjectPath path, ObjectType type, Path file) {

    /** Return whether it can hold others. */
    public boolean isFolder() {
        return type == ObjectType.DIRECTORY || type == ObjectType.REPO;
    }
}
