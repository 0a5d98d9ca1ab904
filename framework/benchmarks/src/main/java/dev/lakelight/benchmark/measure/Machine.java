package dev.lakelight.benchmark.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What figures depend on: the machine and the versions of what runs on it. */
public final class Machine {

    private static final long GIGABYTE = 1L << 30;

    private Machine() {}

    /** Return what is known, by names that a report shows, in order. */
    public static Map<String, String> facts() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Processors", String.valueOf(machine.getAvailableProcessors()));
        facts.put("Memory", Math.round((double) machine.getTotalMemorySize() / GIGABYTE) + " GiB");
        facts.put("System", machine.getName() + " " + machine.getVersion() + " " + machine.getArch());
        facts.put("Java", Runtime.version() + " (" + System.getProperty("java.vm.name") + ")");
        facts.put("Spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
        facts.put("Delta", io.delta.package$.MODULE$.VERSION());
        return Collections.unmodifiableMap(facts);
    }
}
