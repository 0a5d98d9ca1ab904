package dev.lakelight.cluster;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * An executor process that ended without being told to.
 *
 * @param id Spark's executor id
 * @param pid its process
 * @param exitCode as the operating system gave it; 128 + n after signal n
 * @param output last lines that it wrote; empty when none
 * @param log file with all that it wrote
 */
public record LostExecutor(String id, long pid, int exitCode, String output, Path log) {

    public LostExecutor {
        requireNonNull(id, "id");
        requireNonNull(output, "output");
        requireNonNull(log, "log");
    }
}
