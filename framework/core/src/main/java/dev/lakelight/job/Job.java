package dev.lakelight.job;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.Schedule;
import dev.lakelight.result.SourceLocation;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as a file declares it, without mistakes.
 *
 * @param key under which its file has it; its name where a file holds one job
 * @param id by which run-job tasks refer to it
 * @param name for people
 * @param source where it is declared
 * @param parameters with their defaults, in order; these may hold dynamic value references
 * @param tasks in order, at least one; there are no circles among them
 * @param timeout how long a run may take; zero for as long as it likes
 * @param schedule when Databricks starts it, or null
 * @param ignored paths of settings that have no effect here
 */
public record Job(
        String key,
        String id,
        String name,
        SourceLocation source,
        Map<String, String> parameters,
        List<Task> tasks,
        Duration timeout,
        @Nullable Schedule schedule,
        List<String> ignored) {

    public Job {
        requireNonNull(key, "key");
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(source, "source");
        requireNonNull(timeout, "timeout");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tasks = List.copyOf(tasks);
        ignored = List.copyOf(ignored);
    }

    /**
     * Return the parameters with some of their values replaced.
     *
     * @throws UserError when one is replaced that the job does not have
     */
    public Map<String, String> parametersWith(Map<String, String> values) {
        values.keySet().stream()
                .filter(parameter -> !parameters.containsKey(parameter))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new UserError(noParameter(unknown));
                });
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(values);
        return all;
    }

    private String noParameter(String unknown) {
        String declared = parameters.isEmpty()
                ? "It has none; declare it under 'parameters' of the job."
                : "It has: %s.%s"
                        .formatted(
                                String.join(", ", parameters.keySet()),
                                NearestName.to(unknown, parameters.keySet())
                                        .map(" Perhaps you mean '%s'."::formatted)
                                        .orElse(""));
        return "The job '%s' (%s) has no parameter '%s'. %s".formatted(name, source, unknown, declared);
    }
}
