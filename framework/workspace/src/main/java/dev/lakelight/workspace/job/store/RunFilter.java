package dev.lakelight.workspace.job.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted.
 *
 * @param jobId of their job, or null for those of all jobs
 * @param isActive whether they go on, or null when that does not matter
 * @param type of them, or null for all
 * @param startFrom milliseconds since 1970, or null
 * @param startTo the same, inclusive
 */
public record RunFilter(
        @Nullable Long jobId,
        @Nullable Boolean isActive,
        @Nullable RunType type,
        @Nullable Long startFrom,
        @Nullable Long startTo) {

    String condition() {
        List<String> conditions = new ArrayList<>();
        add(conditions, jobId, "job_id = ?");
        add(conditions, type, "run_type = ?");
        add(conditions, startFrom, "start_time >= ?");
        add(conditions, startTo, "start_time <= ?");

        if (isActive != null) {
            conditions.add(isActive ? "end_time = 0" : "end_time <> 0");
        }

        return conditions.isEmpty() ? "1" : String.join(" AND ", conditions);
    }

    private static void add(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        add(values, jobId);
        add(values, type == null ? null : type.name());
        add(values, startFrom);
        add(values, startTo);
        return values;
    }

    private static void add(List<Object> values, @Nullable Object value) {
        if (value != null) {
            values.add(value);
        }
    }
}
