package dev.lakelight.workspace.driver;

/** A driver that has ended, or has never begun. */
public final class DriverLost extends Exception {

    private static final long serialVersionUID = 1;

    DriverLost(String message) {
        super(message);
    }
}
