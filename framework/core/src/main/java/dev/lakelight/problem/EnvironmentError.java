package dev.lakelight.problem;

/**
 * Something around the project that is missing or does not answer: a cluster that does not start, a full disk, a class path
 * without Spark. Neither the tests nor Lakelight are at fault; the run cannot be judged.
 */
public class EnvironmentError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Create an error; the message says what was tried, what was found and what to do. */
    public EnvironmentError(String message) {
        super(message);
    }

    /** Create an error that something else has led to. */
    public EnvironmentError(String message, Throwable cause) {
        super(message, cause);
    }
}
