package dev.lakelight.workspace.api;

/** The verbs that operations use. */
public enum HttpVerb {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** Return whether requests with this verb leave everything as it is. */
    public boolean onlyReads() {
        return this == GET || this == HEAD;
    }
}
