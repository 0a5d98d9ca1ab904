package dev.lakelight.workspace.api;

import java.util.Set;

/**
 * A user or service principal that has logged in.
 *
 * @param name by which permissions name it: the user name, or the application id of a service principal
 * @param groups names of the groups it belongs to
 */
public record Principal(long id, Kind kind, String name, String displayName, Set<String> groups) {

    /** The group of administrators. */
    public static final String ADMINS = "admins";

    /** The group that everyone belongs to. */
    public static final String USERS = "users";

    /** Create a principal. */
    public Principal {
        groups = Set.copyOf(groups);
    }

    /** Return whether it may do everything. */
    public boolean isAdmin() {
        return groups.contains(ADMINS);
    }

    /** Whether it stands for a person. */
    public enum Kind {
        USER,
        SERVICE_PRINCIPAL
    }
}
