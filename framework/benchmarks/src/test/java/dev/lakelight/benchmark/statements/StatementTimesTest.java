package dev.lakelight.benchmark.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTimesTest {

    private final StatementTimes times = new StatementTimes(always(10.0, 20.0), always(20.0, 40.0));

    private static Map<Statement, List<Double>> always(Double... rounds) {
        Map<Statement, List<Double>> times = new EnumMap<>(Statement.class);

        for (Statement statement : Statement.values()) {
            times.put(statement, List.of(rounds));
        }

        return times;
    }

    @Test
    void areToldBesideThoseOfDeltasJobs() {
        assertThat(times.text().lines())
                .contains("Milliseconds: the median of 2 rounds, least and most in parentheses.")
                .contains(
                        "| MERGE     |  15.00 (10.00 to 20.00) |    30.00 (20.00 to 40.00) | 0.50 (0.50 to 0.50) |",
                        "| all       | 75.00 (50.00 to 100.00) | 150.00 (100.00 to 200.00) | 0.50 (0.50 to 0.50) |");
    }

    @Test
    void areKeptRoundByRound() {
        assertThat(times.measurements())
                .hasSize(2 * Statement.values().length)
                .contains(Map.of(
                        "round", 2, "statement", "DELETE", "driverMilliseconds", 20.0, "jobsMilliseconds", 40.0));
    }
}
