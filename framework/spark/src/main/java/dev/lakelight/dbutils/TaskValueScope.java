package dev.lakelight.dbutils;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a notebook's task values go to and come from. */
public interface TaskValueScope {

    /** Outside of a job there are none. */
    TaskValueScope NONE = new TaskValueScope() {
        @Override
        public boolean inJob() {
            return false;
        }

        @Override
        public void set(String key, String json) {
            // As on Databricks: a notebook that is run alone may set what nobody gets.
        }

        @Override
        public Optional<String> find(String task, String key) {
            return Optional.empty();
        }

        @Override
        public @Nullable String task() {
            return null;
        }
    };

    /** Return whether the notebook is run by a task of a job. */
    boolean inJob();

    /** Return the key of that task, or null outside of a job. */
    @Nullable
    String task();

    /** Return what {@code getContext} tells of the job and its run by tags; outside of a job nothing. */
    default Map<String, String> tags() {
        return Map.of();
    }

    /** Set a value of that task, as JSON. */
    void set(String key, String json);

    /** Return a value that a task of the same run has set, as JSON. */
    Optional<String> find(String task, String key);
}
