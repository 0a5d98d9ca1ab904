package dev.lakelight.workspace.api;

/** A request that cannot be carried out, and what its client is told. Made by {@link ApiErrors} only. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String errorCode;

    ApiException(int status, String errorCode, String message) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** Return the HTTP status. */
    public int status() {
        return status;
    }

    /** Return the code by which clients tell errors apart. */
    public String errorCode() {
        return errorCode;
    }

    /** Return what clients are told. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
