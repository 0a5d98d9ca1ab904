package dev.lakelight.job.file;

import org.jspecify.annotations.Nullable;

/**
 * What a job is called outside of its settings.
 *
 * @param key under which a bundle has it, or null for one that is alone in its file
 * @param id by which other jobs refer to it
 */
record JobIdentity(@Nullable String key, String id) {

    static JobIdentity alone(String id) {
        return new JobIdentity(null, id);
    }
}
