package dev.lakelight.databricks;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A job of the workspace whose tasks are the tests.
 *
 * @param job its id or its name
 * @param folder path of the Git folder that its tasks take notebooks from, which is put on the tested branch; or null when a copy of
 *     the job takes them from the repository, at the tested commit
 */
public record GivenJob(String job, @Nullable String folder) {

    public GivenJob {
        requireNonNull(job, "job");
    }
}
