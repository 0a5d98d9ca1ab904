package dev.lakelight.job.file;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which job is meant.
 *
 * @param file path of a bundle's {@code databricks.yml} or of a job as JSON
 * @param job key or name of the job, or null when the file has only one
 * @param target of the bundle, or null for its default
 * @param variables values for variables of the bundle
 */
public record JobReference(
        String file, @Nullable String job, @Nullable String target, Map<String, String> variables) {

    public JobReference {
        requireNonNull(file, "file");
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** Read {@code path} or {@code path#job}. */
    public static JobReference of(String text) {
        int mark = text.lastIndexOf('#');
        return mark < 0
                ? new JobReference(text, null, null, Map.of())
                : new JobReference(text.substring(0, mark), text.substring(mark + 1), null, Map.of());
    }

    /** Return the same for a target of the bundle, or for its default when that is null. */
    public JobReference inTarget(@Nullable String name) {
        return new JobReference(file, job, name, variables);
    }

    /** Return the same with values for variables of the bundle. */
    public JobReference with(Map<String, String> values) {
        return new JobReference(file, job, target, values);
    }

    @Override
    public String toString() {
        return job == null ? file : file + "#" + job;
    }
}
