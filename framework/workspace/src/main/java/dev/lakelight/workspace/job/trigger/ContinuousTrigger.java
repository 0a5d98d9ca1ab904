package dev.lakelight.workspace.job.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Fires whenever no run of its job goes on. */
record ContinuousTrigger(BooleanSupplier isIdle) implements Trigger {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public String type() {
        return "CONTINUOUS";
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return Optional.of(after.plus(PAUSE));
    }

    @Override
    public boolean fires(Instant now) {
        return isIdle.getAsBoolean();
    }
}
