package dev.lakelight.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.benchmark.firstassertion.FirstAssertion;
import dev.lakelight.benchmark.sqlcells.SqlCells;
import dev.lakelight.benchmark.tables.LargeTables;
import dev.lakelight.benchmark.tables.TableComparison;
import dev.lakelight.problem.UserError;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

    @Test
    void areFoundByName() {
        assertThat(Benchmarks.named("first-assertion")).isInstanceOf(FirstAssertion.class);
        assertThat(Benchmarks.named("sql-cells")).isInstanceOf(SqlCells.class);
        assertThat(Benchmarks.named("compare")).isInstanceOf(TableComparison.class);
        assertThat(Benchmarks.named("compare-large")).isInstanceOf(LargeTables.class);
    }

    @Test
    void tellWhichThereAre() {
        assertThatThrownBy(() -> Benchmarks.named("tea"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "There is no benchmark 'tea'. There are: first-assertion, sql-cells, compare, compare-large,"
                                + " fork, small-tables, statements, workspace.");
    }

    @Test
    void needANumberOfRounds() {
        assertThat(Benchmarks.rounds("12")).isEqualTo(12);
        assertThatThrownBy(() -> Benchmarks.rounds("0"))
                .isInstanceOf(UserError.class)
                .hasMessage("Property benchmark.rounds is '0'. It must be a whole number from 1 to 999.");
    }
}
