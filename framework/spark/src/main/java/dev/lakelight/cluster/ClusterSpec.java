package dev.lakelight.cluster;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster a test wants. Start from {@link #embedded()}, {@link #processes(int)} or {@link #external(String)} and refine.
 *
 * @param kind where the executors live
 * @param master URL of an existing master; empty unless external
 * @param executors number of executor processes; 0 unless the kind is processes
 * @param cores embedded: task threads; processes: cores of each executor; external: ignored
 * @param memoryMegabytes heap of each executor process in MiB; ignored otherwise
 * @param settings Spark settings that override presets, the project's file and system properties
 */
public record ClusterSpec(
        Kind kind, String master, int executors, int cores, int memoryMegabytes, Map<String, String> settings) {

    /** Heap of an executor process unless asked otherwise, in MiB. */
    public static final int DEFAULT_MEMORY_MEGABYTES = 1024;

    private static final int MOST_EMBEDDED_THREADS = 4;

    /** Where executors live. */
    public enum Kind {
        /** Threads of this JVM. */
        EMBEDDED,
        /** JVMs that Lakelight starts and ends. */
        PROCESSES,
        /** Whatever an existing master gives. */
        EXTERNAL
    }

    public ClusterSpec {
        requireNonNull(kind, "kind");
        requireNonNull(master, "master");
        ClusterErrors.requirePositive("cores", cores);
        ClusterErrors.requirePositive("memory in MB", memoryMegabytes);
        if (kind == Kind.PROCESSES) {
            ClusterErrors.requirePositive("executors", executors);
        }
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** Return a cluster whose executors are threads of this JVM: as many as there are processors, at most four. */
    public static ClusterSpec embedded() {
        int threads = Math.min(MOST_EMBEDDED_THREADS, Runtime.getRuntime().availableProcessors());
        return new ClusterSpec(Kind.EMBEDDED, "", 0, threads, DEFAULT_MEMORY_MEGABYTES, Map.of());
    }

    /** Return a cluster of executor JVMs with one core each. */
    public static ClusterSpec processes(int executors) {
        return new ClusterSpec(Kind.PROCESSES, "", executors, 1, DEFAULT_MEMORY_MEGABYTES, Map.of());
    }

    /** Return a cluster at an existing master: {@code spark://host:7077}, {@code yarn}, {@code k8s://…}. */
    public static ClusterSpec external(String master) {
        return new ClusterSpec(Kind.EXTERNAL, master, 0, 1, DEFAULT_MEMORY_MEGABYTES, Map.of());
    }

    /**
     * Return what the properties {@code lakelight.cluster}, {@code lakelight.executors}, {@code lakelight.executor.cores} and
     * {@code lakelight.executor.memory} ask for; embedded when none is set.
     *
     * @param properties looks a property up by its name; null when it is not set
     * @throws dev.lakelight.problem.UserError when one of them has a value that cannot be understood
     */
    public static ClusterSpec ofProperties(Function<String, @Nullable String> properties) {
        return new ClusterProperties(properties).spec();
    }

    /** Return this with another number of task threads or cores of each executor. */
    public ClusterSpec withCores(int newCores) {
        return new ClusterSpec(kind, master, executors, newCores, memoryMegabytes, settings);
    }

    /** Return this with another heap for each executor process, in MiB. */
    public ClusterSpec withMemoryMegabytes(int newMemory) {
        return new ClusterSpec(kind, master, executors, cores, newMemory, settings);
    }

    /** Return this with these Spark settings in addition; they win over those it has. */
    public ClusterSpec withSettings(Map<String, String> more) {
        Map<String, String> merged = new TreeMap<>(settings);
        merged.putAll(more);
        return new ClusterSpec(kind, master, executors, cores, memoryMegabytes, merged);
    }

    /** Return what it is in a few words, as in the log: {@code 2 executor processes, 1 core and 1024 MB each}. */
    public String description() {
        return switch (kind) {
            case EMBEDDED -> "embedded, " + counted(cores, "thread");
            case PROCESSES ->
                counted(executors, "executor process") + ", " + counted(cores, "core") + " and " + memoryMegabytes
                        + " MB each";
            case EXTERNAL -> "external master " + master;
        };
    }

    private static String counted(int count, String noun) {
        if (count == 1) {
            return "1 " + noun;
        }
        return count + " " + noun + (noun.endsWith("s") ? "es" : "s");
    }
}
