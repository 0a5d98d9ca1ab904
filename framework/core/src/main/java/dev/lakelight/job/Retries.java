package dev.lakelight.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Whether a task is tried again when it fails.
 *
 * @param most how often at most; {@link #FOREVER} for no limit
 * @param pause between the end of an attempt and the start of the next
 * @param afterTimeout whether an attempt whose time was up is followed by another one
 */
public record Retries(int most, Duration pause, boolean afterTimeout) {

    /** Tried again until it succeeds. */
    public static final int FOREVER = -1;

    /** A task that is tried once. */
    public static final Retries NONE = new Retries(0, Duration.ZERO, false);

    public Retries {
        requireNonNull(pause, "pause");
    }

    /** Return whether there is another attempt after this number of attempts. */
    public boolean allowsAfter(int attempts) {
        return most == FOREVER || attempts <= most;
    }
}
