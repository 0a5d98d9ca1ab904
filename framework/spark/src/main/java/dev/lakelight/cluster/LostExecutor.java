package dev.lakelight.cluster;

import static java.util.Objects.requireNonNull;

/**
 * An executor process that ended without being told to.
 *
 * @param id Spark's executor id
 * @param pid its process
 * @param exitCode as the operating system gave it; 128 + n after signal n
 * @param output last lines that it wrote; empty when none
 */
public record LostExecutor(String id, long pid, int exitCode, String output) {

    public LostExecutor {
        requireNonNull(id, "id");
        requireNonNull(output, "output");
    }
}
