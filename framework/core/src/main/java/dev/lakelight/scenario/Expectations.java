package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.RunState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must hold after the last step. Without an expected error every step must succeed.
 *
 * @param exitValue exit value of the last step, or null when any will do
 * @param error part of the message with which a step must fail, or null when all must succeed; never together with an exit value
 * @param tables in order
 * @param tasks the states in which tasks of the last step, a job, must end, by key and in order
 * @param idempotence whether the steps are run again, and must change no content then
 */
public record Expectations(
        @Nullable String exitValue,
        @Nullable String error,
        List<TableExpectation> tables,
        Map<String, RunState> tasks,
        Idempotence idempotence) {

    /** Whether a run on the result of another must leave the same content. */
    public enum Idempotence {
        NOT_REQUIRED,
        REQUIRED
    }

    /** Create expectations that do not run anything again. */
    public Expectations(
            @Nullable String exitValue,
            @Nullable String error,
            List<TableExpectation> tables,
            Map<String, RunState> tasks) {
        this(exitValue, error, tables, tasks, Idempotence.NOT_REQUIRED);
    }

    public Expectations {
        if (exitValue != null && error != null) {
            throw new IllegalArgumentException("a run either exits or fails");
        }

        requireNonNull(idempotence, "idempotence");
        tables = List.copyOf(tables);
        tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    }
}
