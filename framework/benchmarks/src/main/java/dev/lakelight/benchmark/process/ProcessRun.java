package dev.lakelight.benchmark.process;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process from its start to its end.
 *
 * @param wall from asking the system to start it until its end was seen
 * @param passed from asking the system to start it until it told that its result is right
 * @param cpu user and system time of the process and what it had started
 * @param milestones all that it told, in order
 */
public record ProcessRun(String contender, Duration wall, Duration passed, Duration cpu, List<Milestone> milestones) {

    public ProcessRun {
        requireNonNull(contender, "contender");
        requireNonNull(wall, "wall");
        requireNonNull(passed, "passed");
        requireNonNull(cpu, "cpu");
        milestones = List.copyOf(milestones);
    }

    /** Return the values of all milestones with this name, in order. */
    public List<Long> values(String name) {
        return milestones.stream()
                .filter(milestone -> milestone.name().equals(name))
                .map(Milestone::value)
                .toList();
    }

    /** Return it for a file of raw measurements. */
    Map<String, Object> measurement(int round) {
        return Map.of(
                "round", round,
                "contender", contender,
                "wallSeconds", seconds(wall),
                "passedSeconds", seconds(passed),
                "cpuSeconds", seconds(cpu));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
