package dev.lakelight.workspace.driver;

/** Something that a driver could not do, and why. */
public final class DriverRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sqlState;

    DriverRefusal(DriverProblem problem) {
        super(problem.message());
        this.sqlState = problem.sqlState();
    }

    /** Return what was said. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** Return the SQL state of Spark's errors; empty otherwise. */
    public String sqlState() {
        return sqlState;
    }
}
