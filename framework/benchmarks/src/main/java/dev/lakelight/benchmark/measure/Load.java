package dev.lakelight.benchmark.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/**
 * How busy a machine is.
 *
 * @param average threads that wanted a processor, on average over the last minute; negative where the system does not tell
 */
public record Load(double average, int processors) {

    private static final double QUIET_PER_PROCESSOR = 0.5;

    /** Return that of this machine now. */
    public static Load now() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return new Load(machine.getSystemLoadAverage(), machine.getAvailableProcessors());
    }

    /** Return whether measurements can be trusted: at most half a thread for each processor. An unknown load is not quiet. */
    public boolean isQuiet() {
        return isKnown() && average <= QUIET_PER_PROCESSOR * processors;
    }

    /** Return whether the system tells it. */
    public boolean isKnown() {
        return average >= 0;
    }

    /** Return it as reports show it. */
    public String text() {
        return isKnown() ? String.format(Locale.ROOT, "%.2f", average) : "unknown";
    }
}
