package dev.lakelight.benchmark.tables;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Nanoseconds since it was started.
 *
 * @param wallAtStart of a clock
 * @param cpuAtStart of this process on all processors, compiler threads and collector included
 */
record Stopwatch(long wallAtStart, long cpuAtStart) {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Stopwatch start() {
        return new Stopwatch(System.nanoTime(), PROCESS.getProcessCpuTime());
    }

    long wall() {
        return System.nanoTime() - wallAtStart;
    }

    long cpu() {
        return PROCESS.getProcessCpuTime() - cpuAtStart;
    }
}
