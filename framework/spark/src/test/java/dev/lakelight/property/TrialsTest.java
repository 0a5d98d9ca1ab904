package dev.lakelight.property;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;

/** One lake for all, so one test after the other. */
@Execution(ExecutionMode.SAME_THREAD)
class TrialsTest {

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static Lake lake;

    @BeforeAll
    static void openLake() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        lake = Lake.open(
                cluster,
                LakeOptions.named("trials", ProjectFiles.of(folder, List.of())).below(folder.resolve("lakes")));
    }

    @AfterAll
    static void closeLake() {
        lake.close();
        cluster.close();
    }

    @AfterEach
    void emptyLake() {
        lake.rollBack();
    }

    @Test
    void showsTheSmallestTablesForWhichTheCheckFails() {
        lake.sql("CREATE TABLE customers (id INT, country STRING, PRIMARY KEY (id)) USING delta");
        lake.sql(
                "CREATE TABLE orders (amount INT, customer INT, FOREIGN KEY (customer) REFERENCES customers (id)) USING delta");
        lake.sql("ALTER TABLE orders ADD CONSTRAINT sized CHECK (amount > 100)");
        Trials trials = Trials.in(lake)
                .given("customers", GeneratedRows.of(2).withValues("country", "DE"))
                .given("orders", GeneratedRows.of(6).withNulls("customer", 0).withRange("amount", 0, 150))
                .withSeed(11)
                .times(3);

        TrialFailure failure = catchThrowableOfType(
                TrialFailure.class,
                () -> trials.check(() -> {
                    if (lake.sql("SELECT * FROM orders JOIN customers ON customer = id")
                                    .count()
                            > 1) {
                        throw new IllegalStateException("two orders\nof somebody");
                    }
                }));

        assertThat(failure.getMessage()).matches("""
                The check failed in trial 1 of 3, seed 11\\. The smallest tables found for which it does, in \\d+ tries:

                customers, 1 of 2 rows:
                  id \\| country
                  \\d  \\| DE

                orders, 2 of 6 rows:
                  amount \\| customer
                  101    \\| \\d
                  101    \\| \\d

                With them it fails by:
                  java\\.lang\\.IllegalStateException: two orders
                  of somebody

                To run this trial alone: \\.withSeed\\(11\\)\\.times\\(1\\)""");
        assertThat(failure).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(lake.table("orders")).hasRowCount(2);
    }

    @Test
    void triesTheSameTablesEachTimeAndLeavesTheLakeAsItWas() {
        lake.sql("CREATE TABLE seen AS SELECT 1 AS id");
        Trials trials = Trials.in(lake)
                .given("a.b", "id BIGINT, day DATE", GeneratedRows.of(10))
                .times(3);
        List<List<Row>> first = new ArrayList<>();
        List<List<Row>> second = new ArrayList<>();

        trials.check(() -> {
            lake.sql("INSERT INTO seen VALUES (2)");
            first.add(lake.table("a.b").dataset().collectAsList());
        });
        trials.check(() -> second.add(lake.table("a.b").dataset().collectAsList()));

        assertThat(second).isEqualTo(first).hasSize(3).doesNotHaveDuplicates();
        assertThat(lake.table("seen")).hasRowCount(1);
        assertThat(lake.table("a.b")).doesNotExist();
    }

    @Test
    void takesAnotherKindOfFailureForAnotherProblem() {
        Trials trials =
                Trials.in(lake).given("a.b", "id INT", GeneratedRows.of(5)).times(1);

        assertThatThrownBy(() -> trials.check(() -> {
                    long rows = lake.table("a.b").dataset().count();

                    if (rows < 3) {
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
}
