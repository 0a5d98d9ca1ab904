package dev.lakelight.workspace.cluster;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/**
 * What this machine can carry.
 *
 * @param processors of it
 * @param megabytes of memory
 */
record LocalMachine(int processors, long megabytes) {

    private static final long MEGABYTE = 1024 * 1024;
    private static final int EXECUTOR_MEGABYTES = 1024;
    private static final int SMALL_EXECUTOR_MEGABYTES = 512;

    /** Executors together take half of the memory at most. */
    private static final int SHARE_OF_EXECUTORS = 2;

    /** A driver and its executors, roughly. */
    private static final long MEGABYTES_A_CLUSTER = 2560;

    private static final int LEAST_CLUSTERS = 2;

    static LocalMachine ofThisJvm() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new LocalMachine(Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize() / MEGABYTE);
    }

    /** Return how many executor processes stand for this many workers. */
    int executors(long workers) {
        long fitting = Math.max(1, megabytes / SHARE_OF_EXECUTORS / executorMegabytes());
        return (int) Math.min(workers, Math.min(processors, fitting));
    }

    int executorMegabytes() {
        return megabytes / SHARE_OF_EXECUTORS >= 2 * EXECUTOR_MEGABYTES ? EXECUTOR_MEGABYTES : SMALL_EXECUTOR_MEGABYTES;
    }

    /** Return how many clusters may run at the same time; others wait until one has ended. */
    int clusters() {
        return (int) Math.max(LEAST_CLUSTERS, megabytes / MEGABYTES_A_CLUSTER);
    }

    /** Return the one type of nodes that there is, on the wire. Clusters may name any. */
    List<Map<String, Object>> nodeTypes() {
        return List.of(Map.of(
                "node_type_id",
                "local",
                "instance_type_id",
                "local",
                "memory_mb",
                megabytes,
                "num_cores",
                (double) processors,
                "description",
                "This machine",
                "category",
                "General Purpose",
                "is_deprecated",
                false,
                "is_hidden",
                false,
                "node_instance_type",
                Map.of("instance_type_id", "local", "local_disks", 1, "local_disk_size_gb", 1),
                "node_info",
                Map.of("status", List.of())));
    }
}
