package dev.lakelight.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A job that was chosen, and those that it runs.
 *
 * @param job the chosen one
 * @param all the jobs that were read for it, itself among them
 */
public record JobSelection(Job job, List<Job> all) {

    public JobSelection {
        requireNonNull(job, "job");
        all = List.copyOf(all);
    }

    /** Return the selection of another job by its id, or nothing when there is none. */
    public Optional<JobSelection> other(String id) {
        return all.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .map(found -> new JobSelection(found, all));
    }
}
