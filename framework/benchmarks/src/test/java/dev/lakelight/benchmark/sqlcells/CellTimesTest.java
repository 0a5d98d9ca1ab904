package dev.lakelight.benchmark.sqlcells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTimesTest {

    private final CellTimes times = new CellTimes(List.of(5.0, 4.0, 6.0), List.of(7.0, 7.5, 6.5));

    @Test
    void showsWhatTheNotebookAddsRoundByRound() {
        assertThat(times.text()).isEqualTo("""
                Milliseconds a cell: the median of 3 rounds, least and most in parentheses.

                | What                  |           ms a cell |
                |-----------------------|--------------------:|
                | spark.sql and collect | 5.00 (4.00 to 6.00) |
                | cell of a notebook    | 7.00 (6.50 to 7.50) |
                | added by the notebook | 2.00 (0.50 to 3.50) |
                """);
    }

    @Test
    void keepsEveryRound() {
        assertThat(times.measurements())
                .startsWith(Map.of("round", 1, "directMillisecondsPerCell", 5.0, "notebookMillisecondsPerCell", 7.0))
                .hasSize(3);
    }
}
