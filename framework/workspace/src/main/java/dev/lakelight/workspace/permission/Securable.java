package dev.lakelight.workspace.permission;

/**
 * An object that has permissions of its own.
 *
 * @param label how messages call it: a path or an id
 */
public record Securable(SecurableType type, String id, String label) {

    /** Return how answers of the permissions API call it. */
    String objectId() {
        return "/%s/%s".formatted(type.plural(), id);
    }
}
