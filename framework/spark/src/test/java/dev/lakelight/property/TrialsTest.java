package dev.lakelight.property;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.lake.Lake;
import dev.lakelight.problem.UserError;
import dev.lakelight.runtime.TestLake;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;

/** One lake for all, so one test after the other. */
@Execution(ExecutionMode.SAME_THREAD)
class TrialsTest {

    @RegisterExtension
    static final TestLake LAKE = new TestLake();

    private static Lake lake;

    @BeforeAll
    static void takeLake() {
        lake = LAKE.lake();
    }

    @AfterEach
    void emptyLake() {
        lake.rollBack();
    }

    @Test
    void showsTheSmallestTablesForWhichTheCheckFails() {
        lake.sql("CREATE TABLE orders (amount INT, customer INT, CONSTRAINT sized CHECK (amount > 100)) USING delta");
        Trials trials = Trials.in(lake)
                .given(
                        "customers",
                        "id INT, country STRING",
                        GeneratedRows.of(2).withKey("id").withNulls("id", 0).withValues("country", "DE"))
                .given(
                        "orders",
                        GeneratedRows.of(4)
                                .withReference("customer", "customers", "id")
                                .withNulls("customer", 0)
                                .withRange("amount", 0, 150))
                .withSeed(11)
                .times(3);

        TrialFailure failure = catchThrowableOfType(
                TrialFailure.class,
                () -> trials.check(() -> {
                    List<Object> customers = values("customers", 0);

                    if (values("orders", 1).stream().filter(customers::contains).count() > 1) {
                        throw new IllegalStateException("two orders\nof somebody");
                    }
                }));

        assertThat(failure).hasMessage("""
                The check failed in trial 1 of 3, seed 11. The smallest tables found for which it does, in 15 tries:

                customers, 2 of 2 rows:
                  id | country
                  0  | DE
                  1  | DE

                orders, 2 of 4 rows:
                  amount | customer
                  101    | 0
                  101    | 1

                With them it fails by:
                  java.lang.IllegalStateException: two orders
                  of somebody

                To run this trial alone: .withSeed(11).times(1)""").hasCauseInstanceOf(IllegalStateException.class);
        assertThat(lake.table("orders")).hasRowCount(2);
    }

    @Test
    void triesTheSameTablesEachTimeAndLeavesTheLakeAsItWas() {
        lake.table("seen").withSchema("id INT").rows(RowFactory.create(1));
        Trials trials = Trials.in(lake)
                .given("a.b", "id BIGINT, name STRING", GeneratedRows.of(10))
                .times(3);
        List<List<Row>> first = new ArrayList<>();
        List<List<Row>> second = new ArrayList<>();

        trials.check(() -> {
            assertThat(lake.table("seen")).hasRowCount(1);
            assertThat(lake.table("made")).doesNotExist();
            lake.table("made").withSchema("id INT").rows();
            lake.sql("DROP TABLE seen");
            first.add(rows("a.b"));
        });
        trials.check(() -> second.add(rows("a.b")));

        assertThat(second).isEqualTo(first).hasSize(3).doesNotHaveDuplicates();
        assertThat(lake.table("seen")).hasRowCount(1);
        assertThat(lake.table("a.b")).doesNotExist();
    }

    @Test
    void takesAnotherKindOfFailureForAnotherProblem() {
        Trials trials =
                Trials.in(lake).given("a.b", "id INT", GeneratedRows.of(5)).times(1);

        assertThatThrownBy(() -> trials.check(() -> {
                    if (rows("a.b").size() < 3) {
                        throw new IllegalArgumentException("too few to look at");
                    }

                    throw new IllegalStateException("guilty");
                }))
                .isInstanceOf(TrialFailure.class)
                .hasMessageContaining("a.b, 3 of 5 rows:")
                .hasMessageContaining("java.lang.IllegalStateException: guilty");
    }

    @Test
    void letsAssumptionsAbortTheTest() {
        Trials trials = Trials.in(lake).given("a.b", "id INT", GeneratedRows.of(1));

        assertThatThrownBy(() -> trials.check(() -> {
                    throw new TestAbortedException("not here");
                }))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    void refusesTrialsOfNothing() {
        assertThatThrownBy(() -> Trials.in(lake).check(() -> {}))
                .isInstanceOf(UserError.class)
                .hasMessage("There is nothing to try: 0 tables are given, and 20 trials wanted.");
        assertThatThrownBy(() -> Trials.in(lake)
                        .given("a.b", "id INT", GeneratedRows.of(1))
                        .times(0)
                        .check(() -> {}))
                .isInstanceOf(UserError.class)
                .hasMessage("There is nothing to try: 1 tables are given, and 0 trials wanted.");
    }

    /** Reads as users can, without a Spark job: a check runs often. */
    private static List<Row> rows(String table) {
        return lake.table(table).fewRows().orElseThrow().rows();
    }

    private static List<Object> values(String table, int column) {
        return rows(table).stream().map(row -> row.get(column)).toList();
    }
}
