package dev.lakelight.workspace.job.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fires when files have come to a folder since it looked last. What is there at the beginning is not new. */
final class FileArrivalTrigger implements Trigger {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path folder;
    private final Duration leastBetween;
    private final Duration settling;
    private Map<Path, Long> known;
    private Instant lastChange = Instant.MIN;
    private Instant lastFired = Instant.MIN;
    private boolean hasNews;

    private FileArrivalTrigger(Path folder, Duration leastBetween, Duration settling) {
        this.folder = folder;
        this.leastBetween = leastBetween;
        this.settling = settling;
        this.known = files();
    }

    /**
     * Read {@code trigger.file_arrival}.
     *
     * @throws dev.lakelight.workspace.api.ApiException when it is none
     */
    static FileArrivalTrigger of(JsonNode arrival, FileLocations locations) {
        return new FileArrivalTrigger(
                locations.folder(arrival.path("url").asText()),
                seconds(arrival, "min_time_between_triggers_seconds"),
                seconds(arrival, "wait_after_last_change_seconds"));
    }

    private static Duration seconds(JsonNode arrival, String field) {
        JsonNode value = arrival.path(field);

        if (!value.isMissingNode() && (!value.canConvertToInt() || value.asInt() < 0)) {
            throw ApiErrors.invalid("trigger.file_arrival.%s must be a number of seconds.".formatted(field));
        }

        return Duration.ofSeconds(value.asInt(0));
    }

    @Override
    public String type() {
        return "FILE_ARRIVAL";
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return Optional.of(after.plus(PAUSE));
    }

    @Override
    public boolean fires(Instant now) {
        Map<Path, Long> found = files();

        if (!found.entrySet().stream().allMatch(file -> file.getValue().equals(known.get(file.getKey())))) {
            hasNews = true;
            lastChange = now;
        }

        known = found;

        if (!hasNews || now.isBefore(plus(lastChange, settling)) || now.isBefore(plus(lastFired, leastBetween))) {
            return false;
        }

        hasNews = false;
        lastFired = now;
        return true;
    }

    private static Instant plus(Instant instant, Duration duration) {
        return instant.equals(Instant.MIN) ? instant : instant.plus(duration);
    }

    private Map<Path, Long> files() {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }

        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, Long> found = new HashMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> found.put(file, file.toFile().lastModified()));
            return Map.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
