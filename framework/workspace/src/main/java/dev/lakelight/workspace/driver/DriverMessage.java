package dev.lakelight.workspace.driver;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A line between workspace and driver.
 *
 * @param id of the request that it is, answers or cancels; 0 for what the driver says of itself
 * @param kind of message
 * @param body that belongs to its kind
 */
record DriverMessage(long id, Kind kind, JsonNode body) {

    /** What the driver says of itself: that it can take requests, or why it never will. */
    static final long OF_ITSELF = 0;

    enum Kind {
        /** To the workspace, first: its token. */
        HELLO,
        /** To the workspace: it can take requests. */
        READY,
        /** To the driver: run a {@link TaskOrder}. */
        TASK,
        /** To the driver: run a {@link StatementOrder}. */
        STATEMENT,
        /** To the driver: end what was asked for by that id. */
        CANCEL,
        /** To the workspace: what came of a request. */
        DONE,
        /** To the workspace: a {@link DriverProblem}. */
        FAILED
    }
}
