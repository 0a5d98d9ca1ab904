package dev.lakelight.property;

import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.lake.Lake;
import dev.lakelight.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks something again and again, each time with other generated tables in the lake. When the check fails, they are made as small as
 * can be, and the error shows them. The lake is rolled back before each trial, so each finds what was there when the trials began.
 * The trials are the same each time: they are numbered by their seeds. Immutable.
 *
 * <pre>{@code
 * Trials.in(lake)
 *         .given("bronze.customers", "id BIGINT NOT NULL, name STRING", GeneratedRows.of(20).withKey("id"))
 *         .given("bronze.orders", GeneratedRows.of(100).withReference("customer_id", "bronze.customers", "id"))
 *         .check(() -> {
 *             notebooks.run("pipelines/silver/orders.sql");
 *             assertThat(lake.table("silver.orders")).hasUniqueKey("order_id");
 *         });
 * }</pre>
 *
 * <p>After a failure the lake holds the smallest tables and what the check has made of them.
 */
public final class Trials {

    private static final int TIMES = 20;
    private static final int MOST_TRIES = 300;

    private final Lake lake;
    private final List<GivenTable> tables;
    private final int times;
    private final long seed;

    private Trials(Lake lake, List<GivenTable> tables, int times, long seed) {
        this.lake = lake;
        this.tables = List.copyOf(tables);
        this.times = times;
        this.seed = seed;
    }

    /** Make trials in a lake: twenty, the first of the seed 1. */
    public static Trials in(Lake lake) {
        return new Trials(lake, List.of(), TIMES, 1);
    }

    /** Generate the rows of a table that exists, by its schema, constraints and keys. Tables are generated in this order. */
    public Trials given(String table, GeneratedRows rows) {
        return given(table, null, rows);
    }

    /**
     * Generate a table that does not exist.
     *
     * @param schema Spark DDL: {@code id INT NOT NULL, amount DECIMAL(10,2)}
     */
    public Trials given(String table, @Nullable String schema, GeneratedRows rows) {
        List<GivenTable> more = new ArrayList<>(tables);
        more.add(new GivenTable(table, schema, rows));
        return new Trials(lake, more, times, seed);
    }

    /** Return as many trials. */
    public Trials times(int number) {
        return new Trials(lake, tables, number, seed);
    }

    /** Return trials of which the first has another seed; each has one of its own, the next one. */
    public Trials withSeed(long first) {
        return new Trials(lake, tables, times, first);
    }

    /**
     * Run the check in each trial. It fails by any exception or error.
     *
     * @throws TrialFailure when it does; its message shows the smallest tables for which it fails in the same way
     * @throws UserError when no table is given, or no trial
     */
    public void check(Check check) {
        if (tables.isEmpty() || times < 1) {
            throw new UserError("There is nothing to try: %d tables are given, and %d trials wanted."
                    .formatted(tables.size(), times));
        }

        lake.markStart();

        for (int number = 0; number < times; number++) {
            Trial trial = new Trial(lake, check, seed + number);
            List<GeneratedTable> generated = trial.generate(tables);
            Optional<Throwable> failure = trial.thrown();

            if (failure.isPresent()) {
                throw explained(trial, number + 1, generated, failure.get());
            }
        }

        lake.rollBack();
    }

    private TrialFailure explained(Trial trial, int number, List<GeneratedTable> generated, Throwable failure) {
        Shrinking shrinking = new Shrinking(generated, trial.failsAs(failure), MOST_TRIES);
        List<GeneratedTable> smallest = shrinking.smallest();
        Throwable last = trial.run(smallest).orElse(failure);
        return new TrialFailure(
                new TrialReport(trial, number, times, generated, smallest, shrinking, last).text(), last);
    }

    /** What must be true in each trial. */
    @FunctionalInterface
    public interface Check {

        /** Throw anything when it is not. */
        void run() throws Exception;
    }
}
