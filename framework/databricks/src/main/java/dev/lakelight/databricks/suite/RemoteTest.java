package dev.lakelight.databricks.suite;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TestIdentity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario or a notebook test under one configuration.
 *
 * @param identity the same as on this machine
 * @param work what is to be done
 */
public record RemoteTest(TestIdentity identity, Work work) {

    public RemoteTest {
        requireNonNull(identity, "identity");
        requireNonNull(work, "work");
    }

    /** What is to be done with a test. */
    public sealed interface Work {

        /**
         * It is run.
         *
         * @param configuration name of the configuration, or null
         * @param settings Spark settings of the session, in order
         * @param seeds what is there before, in order
         * @param steps what is run, in order, at least one
         * @param exitValue exit value of the last step, or null when any will do
         * @param error part of the message with which a step must fail, or null when all must succeed
         * @param tasks the states in which tasks of the last step, a job, must end, by key and in order
         * @param tables what must be there afterwards, in order
         */
        record Run(
                @Nullable String configuration,
                Map<String, String> settings,
                List<Seed> seeds,
                List<Step> steps,
                @Nullable String exitValue,
                @Nullable String error,
                Map<String, RunState> tasks,
                List<ExpectedTable> tables)
                implements Work {
            public Run {
                tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
                settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
                seeds = List.copyOf(seeds);
                steps = List.copyOf(steps);
                tables = List.copyOf(tables);
            }

            /** Return whether a step may fail: what is there afterwards is looked at then, too. */
            public boolean mayFail() {
                return error != null || tasks.values().stream().anyMatch(RunState::failed);
            }
        }

        /**
         * It cannot be run or not be checked there.
         *
         * @param reason a sentence
         */
        record Skip(String reason) implements Work {}

        /**
         * There is a mistake in it.
         *
         * @param error that says which
         */
        record Broken(UserError error) implements Work {}
    }
}
