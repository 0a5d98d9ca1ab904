package dev.lakelight.workspace.job.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Fires again and again, always the same time after it did last. */
record PeriodicTrigger(Duration interval) implements Trigger {

    private static final int LONGEST = 100_000;

    /**
     * Read {@code trigger.periodic}.
     *
     * @throws dev.lakelight.workspace.api.ApiException when it is none
     */
    static PeriodicTrigger of(JsonNode periodic) {
        int interval = periodic.path("interval").asInt();
        String unit = periodic.path("unit").asText();

        if (interval < 1 || interval > LONGEST) {
            throw ApiErrors.invalid("trigger.periodic.interval must be a number from 1 to %d.".formatted(LONGEST));
        }

        return new PeriodicTrigger(
                switch (unit) {
                    case "MINUTES" -> Duration.ofMinutes(interval);
                    case "HOURS" -> Duration.ofHours(interval);
                    case "DAYS" -> Duration.ofDays(interval);
                    case "WEEKS" -> Duration.ofDays(7L * interval);
                    default ->
                        throw ApiErrors.invalid("trigger.periodic.unit must be one of MINUTES, HOURS, DAYS, WEEKS.");
                });
    }

    @Override
    public String type() {
        return "PERIODIC";
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return Optional.of(after.plus(interval));
    }

    @Override
    public boolean fires(Instant now) {
        return true;
    }
}
