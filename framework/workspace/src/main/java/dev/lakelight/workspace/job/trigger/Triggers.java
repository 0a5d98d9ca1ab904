package dev.lakelight.workspace.job.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiErrors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The triggers of all jobs. One that is paused does nothing. */
public final class Triggers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Triggers.class);
    /** Timers do not count the time that the machine sleeps, so the clock is looked at again and again. */
    private static final long LONGEST_SLEEP_MILLIS = 1_000;

    private static final String PAUSED = "PAUSED";
    private static final List<String> OURS = List.of("schedule", "trigger", "continuous");

    private final FileLocations locations;
    private final TriggerTarget target;
    private final Clock clock;
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private long generation;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "job triggers");
        made.setDaemon(true);
        return made;
    });

    /** Create triggers that start jobs there. */
    public Triggers(FileLocations locations, TriggerTarget target, Clock clock) {
        this.locations = locations;
        this.target = target;
        this.clock = clock;
    }

    /**
     * Check that settings have no trigger that cannot be meant.
     *
     * @throws dev.lakelight.workspace.api.ApiException when they have
     */
    public static void requireValid(JsonNode settings) {
        List<String> found = OURS.stream().filter(settings::hasNonNull).toList();

        if (found.size() > 1) {
            throw ApiErrors.invalid("A job has one of %s, but this one has %s."
                    .formatted(String.join(", ", OURS), String.join(", ", found)));
        }

        found.stream()
                .filter(field -> !settings.path(field).isObject())
                .findFirst()
                .ifPresent(field -> {
                    throw ApiErrors.wrongType(field, "an object");
                });
        Optional<Trigger> unused = trigger(settings, new FileLocations(Path.of(""), Path.of("")), () -> false);
        requireKnownPause(settings);
    }

    private static void requireKnownPause(JsonNode settings) {
        OURS.stream()
                .map(field -> settings.path(field).path("pause_status").asText("UNPAUSED"))
                .filter(status -> !List.of(PAUSED, "UNPAUSED").contains(status))
                .findFirst()
                .ifPresent(status -> {
                    throw ApiErrors.unknownConstant("pause_status", status, List.of(PAUSED, "UNPAUSED"));
                });
    }

    private static Optional<Trigger> trigger(JsonNode settings, FileLocations locations, BooleanSupplier isIdle) {
        if (settings.path("schedule").isObject()) {
            return Optional.of(CronTrigger.of(settings.path("schedule")));
        }

        if (settings.path("continuous").isObject()) {
            return Optional.of(new ContinuousTrigger(isIdle));
        }

        JsonNode trigger = settings.path("trigger");

        if (trigger.path("periodic").isObject()) {
            return Optional.of(PeriodicTrigger.of(trigger.path("periodic")));
        }

        if (trigger.path("file_arrival").isObject()) {
            return Optional.of(FileArrivalTrigger.of(trigger.path("file_arrival"), locations));
        }

        if (trigger.isMissingNode()) {
            return Optional.empty();
        }

        throw ApiErrors.invalid("This workspace has the triggers periodic and file_arrival, and no others.");
    }

    /** Let a job have the triggers of its settings, and no others. */
    public synchronized void set(long jobId, JsonNode settings) {
        remove(jobId);
        boolean paused = OURS.stream()
                .anyMatch(field ->
                        PAUSED.equals(settings.path(field).path("pause_status").asText()));

        if (!paused && !thread.isShutdown()) {
            trigger(settings, locations, () -> target.isIdle(jobId))
                    .ifPresent(trigger -> await(new Watch(jobId, trigger, ++generation), clock.instant()));
        }
    }

    /** Let a job have no triggers. */
    public synchronized void remove(long jobId) {
        Waiting before = waiting.remove(jobId);

        if (before != null) {
            boolean unused = before.next().cancel(false);
        }
    }

    private void await(Watch watch, Instant after) {
        watch.trigger().next(after).ifPresent(next -> sleep(watch, next));
    }

    private void sleep(Watch watch, Instant next) {
        long left = Duration.between(clock.instant(), next).toMillis();
        long delay = Math.max(0, Math.min(left, LONGEST_SLEEP_MILLIS));
        Future<?> wake = thread.schedule(() -> wake(watch, next), delay, TimeUnit.MILLISECONDS);
        waiting.put(watch.jobId(), new Waiting(watch, wake));
    }

    private void wake(Watch watch, Instant planned) {
        if (clock.instant().isBefore(planned)) {
            sleepOn(watch, planned);
        } else {
            look(watch, planned);
        }
    }

    private synchronized void sleepOn(Watch watch, Instant planned) {
        if (isCurrent(watch)) {
            sleep(watch, planned);
        }
    }

    private void look(Watch watch, Instant planned) {
        try {
            if (watch.trigger().fires(clock.instant())) {
                target.start(watch.jobId(), watch.trigger().type());
            }
        } catch (RuntimeException e) {
            LOG.warn("The trigger of job {} could not start it", watch.jobId(), e);
        }

        goOn(watch, planned);
    }

    /** After a pause of the machine, what was missed is not made up for. */
    private synchronized void goOn(Watch watch, Instant planned) {
        if (isCurrent(watch)) {
            Instant now = clock.instant();
            await(watch, now.isAfter(planned) ? now : planned);
        }
    }

    private boolean isCurrent(Watch watch) {
        Waiting last = waiting.get(watch.jobId());
        return last != null && last.watch().generation() == watch.generation() && !thread.isShutdown();
    }

    /** Start nothing more. */
    @Override
    public synchronized void close() {
        List<Runnable> unused = thread.shutdownNow();
    }

    /**
     * A trigger of a job.
     *
     * @param generation tells it from those that the job had before
     */
    private record Watch(long jobId, Trigger trigger, long generation) {}

    private record Waiting(Watch watch, Future<?> next) {}
}
