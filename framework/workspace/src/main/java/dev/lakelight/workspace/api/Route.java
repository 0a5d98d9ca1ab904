package dev.lakelight.workspace.api;

/**
 * An operation and where clients find it.
 *
 * @param path with parameters as {@code {id}}, and as {@code <path>} where they take the rest of the path, slashes included
 * @param operation what the audit log calls it
 * @param access who may call it
 */
public record Route(HttpVerb verb, String path, Operation operation, Access access, ApiHandler handler) {

    /** Who may call an operation. What they may do with an object is for its handler to decide. */
    public enum Access {
        /** Everyone, without logging in. */
        OPEN,
        /** Whoever has logged in. */
        USERS,
        /** Administrators of the workspace. */
        ADMINS
    }

    /**
     * What an operation is called, as in Databricks' audit log.
     *
     * @param service such as {@code repos}
     * @param action such as {@code updateRepo}
     */
    public record Operation(String service, String action) {}
}
