package dev.lakelight.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The CPU time, user and system, of the processes that this one has started and that have ended, and of those that they had started
 * and waited for. The kernel counts it to the very end of each: compiler threads, collector and shutdown included.
 *
 * <p>Source of the format: {@code proc_pid_stat(5)}, fields 16 ({@code cutime}) and 17 ({@code cstime}).
 */
final class EndedChildren {

    private static final Path STATUS = Path.of("/proc/self/stat");

    /** Position behind the name of the program, which is in parentheses and may hold anything. */
    private static final int USER = 13;

    private static final int SYSTEM = 14;

    /** Fixed at 100 ticks a second for user programs on every architecture that Java runs on. */
    private static final Duration TICK = Duration.ofMillis(10);

    private EndedChildren() {}

    /** Return it; nothing where the system has no such file. */
    static Optional<Duration> cpu() {
        try {
            return Files.isReadable(STATUS) ? Optional.of(parse(Files.readString(STATUS))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Duration parse(String status) {
        String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
        return TICK.multipliedBy(Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]));
    }
}
