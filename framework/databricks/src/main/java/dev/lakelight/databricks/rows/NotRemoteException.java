package dev.lakelight.databricks.rows;

/** Something that a test asks for and that cannot be done, or not be checked, on Databricks. Its test is skipped with this reason. */
public final class NotRemoteException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Create one; the reason is a sentence that says what to do. */
    public NotRemoteException(String reason) {
        super(reason);
    }

    /** Return the sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
