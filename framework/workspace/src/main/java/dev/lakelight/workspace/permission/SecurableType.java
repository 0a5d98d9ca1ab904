package dev.lakelight.workspace.permission;

import static dev.lakelight.workspace.permission.PermissionLevel.CAN_ATTACH_TO;
import static dev.lakelight.workspace.permission.PermissionLevel.CAN_EDIT;
import static dev.lakelight.workspace.permission.PermissionLevel.CAN_MANAGE;
import static dev.lakelight.workspace.permission.PermissionLevel.CAN_MANAGE_RUN;
import static dev.lakelight.workspace.permission.PermissionLevel.CAN_READ;
import static dev.lakelight.workspace.permission.PermissionLevel.CAN_RESTART;
import static dev.lakelight.workspace.permission.PermissionLevel.CAN_RUN;
import static dev.lakelight.workspace.permission.PermissionLevel.CAN_VIEW;
import static dev.lakelight.workspace.permission.PermissionLevel.IS_OWNER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of objects that have permissions. */
public enum SecurableType {
    NOTEBOOKS("notebooks", "notebook", CAN_READ, CAN_RUN, CAN_EDIT, CAN_MANAGE),
    DIRECTORIES("directories", "directory", CAN_READ, CAN_RUN, CAN_EDIT, CAN_MANAGE),
    FILES("files", "file", CAN_READ, CAN_RUN, CAN_EDIT, CAN_MANAGE),
    REPOS("repos", "repo", CAN_READ, CAN_RUN, CAN_EDIT, CAN_MANAGE),
    CLUSTERS("clusters", "cluster", CAN_ATTACH_TO, CAN_RESTART, CAN_MANAGE),
    JOBS("jobs", "job", CAN_VIEW, CAN_MANAGE_RUN, CAN_MANAGE, IS_OWNER);

    private final String plural;
    private final String singular;

    @SuppressWarnings("ImmutableEnumChecker") // It is unmodifiable.
    private final List<PermissionLevel> levels;

    SecurableType(String plural, String singular, PermissionLevel... levels) {
        this.plural = plural;
        this.singular = singular;
        this.levels = List.of(levels);
    }

    /** Return the type that paths name so: {@code jobs}. */
    public static Optional<SecurableType> named(String plural) {
        return Arrays.stream(values())
                .filter(type -> type.plural.equals(plural))
                .findFirst();
    }

    /** Return the name that paths have. */
    public String plural() {
        return plural;
    }

    /** Return the name that answers have. */
    public String singular() {
        return singular;
    }

    /** Return its levels; each includes those before it. */
    public List<PermissionLevel> levels() {
        return levels;
    }

    /** Return whether a level is enough where another is needed. */
    public boolean includes(PermissionLevel given, PermissionLevel needed) {
        return levels.indexOf(given) >= levels.indexOf(needed);
    }
}
