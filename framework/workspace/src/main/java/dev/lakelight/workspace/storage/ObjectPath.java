package dev.lakelight.workspace.storage;

import dev.lakelight.workspace.api.ApiErrors;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An absolute path as clients write it, without anything that could lead out of the folder that it is looked up in.
 *
 * @param names of the folders and, last, of the object; none for the root
 */
public record ObjectPath(List<String> names) {

    /** What file systems take. */
    private static final int LONGEST_NAME_BYTES = 240;

    private static final int LONGEST_PATH = 2000;

    /** The root. */
    public static final ObjectPath ROOT = new ObjectPath(List.of());

    /** Create a path of names that are known to be harmless. */
    public ObjectPath {
        names = List.copyOf(names);
    }

    /**
     * Read a path. Slashes at the end and doubled ones do not count.
     *
     * @throws dev.lakelight.workspace.api.ApiException when it is not absolute or holds a name that no object can have
     */
    public static ObjectPath parse(String path) {
        if (!path.startsWith("/")) {
            throw ApiErrors.invalid("Path (%s) must be absolute: it has to start with '/'.".formatted(path));
        }

        if (path.length() > LONGEST_PATH) {
            throw ApiErrors.invalid(
                    "A path has %d characters; at most %d are allowed.".formatted(path.length(), LONGEST_PATH));
        }

        List<String> names =
                Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
        names.forEach(name -> requireHarmless(name, path));
        return new ObjectPath(names);
    }

    private static void requireHarmless(String name, String path) {
        boolean harmless = !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(character -> character < ' ' || character == '\\' || character == 0x7f)
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME_BYTES
                && StandardCharsets.UTF_8.newEncoder().canEncode(name);

        if (!harmless) {
            throw ApiErrors.invalid("Path (%s) holds a name that is not allowed: '%s'.".formatted(path, name));
        }
    }

    /** Return the last name, or an empty one for the root. */
    public String name() {
        return isRoot() ? "" : names.get(names.size() - 1);
    }

    /** Return whether this is the root. */
    public boolean isRoot() {
        return names.isEmpty();
    }

    /** Return the folder that holds it; the root's is itself. */
    public ObjectPath parent() {
        return isRoot() ? this : new ObjectPath(names.subList(0, names.size() - 1));
    }

    /** Return a path in this folder. */
    public ObjectPath child(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new ObjectPath(longer);
    }

    /** Return the same with another last name. */
    public ObjectPath named(String name) {
        return parent().child(name);
    }

    /** Return whether this is the other path, or below it. */
    public boolean isWithin(ObjectPath other) {
        return names.size() >= other.names.size()
                && names.subList(0, other.names.size()).equals(other.names);
    }

    /** Return this path and all folders above, the root last. */
    public List<ObjectPath> withAncestors() {
        List<ObjectPath> paths = new ArrayList<>();

        for (int length = names.size(); length >= 0; length--) {
            paths.add(new ObjectPath(names.subList(0, length)));
        }

        return paths;
    }

    /** Return where it is in a folder of this machine. */
    public Path in(Path folder) {
        Path path = folder;

        try {
            for (String name : names) {
                path = path.resolve(name);
            }
        } catch (InvalidPathException e) {
            throw ApiErrors.invalid("Path (%s) cannot be a file of this machine: %s".formatted(this, e.getReason()));
        }

        return path;
    }

    @Override
    public String toString() {
        return "/" + String.join("/", names);
    }
}
