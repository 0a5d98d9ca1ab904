package com.databricks;

/** A notebook that was run by another one failed, or took too long. */
public final class WorkflowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Create an exception; the message names the notebook. */
    public WorkflowException(String message) {
        super(message);
    }

    /** Create an exception with what the notebook failed with. */
    public WorkflowException(String message, Throwable cause) {
        super(message, cause);
    }
}
