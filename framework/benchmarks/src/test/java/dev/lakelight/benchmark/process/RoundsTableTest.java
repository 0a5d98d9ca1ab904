package dev.lakelight.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.benchmark.measure.Load;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTableTest {

    private final Rounds rounds = new Rounds(
            new Load(0, 2),
            List.of(Runs.contender("plain"), Runs.contender("ours")),
            List.of(
                    List.of(Runs.run("plain", 21, 40), Runs.run("ours", 9, 10)),
                    List.of(Runs.run("plain", 25, 50), Runs.run("ours", 7, 12)),
                    List.of(Runs.run("plain", 23, 44), Runs.run("ours", 8, 11))));

    @Test
    void showsSecondsAndPartsOfTheFirst() {
        assertThat(new RoundsTable(rounds).text()).isEqualTo("""
                Seconds: the median of 3 rounds, least and most in parentheses.

                | Contender |           Passed after |            Ended after |                    CPU |
                |-----------|-----------------------:|-----------------------:|-----------------------:|
                | plain     | 22.00 (20.00 to 24.00) | 23.00 (21.00 to 25.00) | 44.00 (40.00 to 50.00) |
                | ours      |    7.00 (6.00 to 8.00) |    8.00 (7.00 to 9.00) | 11.00 (10.00 to 12.00) |

                Parts of plain: the ratio of the medians, the range of the rounds' ratios in parentheses.

                | Contender |        Passed after |         Ended after |                 CPU |
                |-----------|--------------------:|--------------------:|--------------------:|
                | plain     | 1.00 (1.00 to 1.00) | 1.00 (1.00 to 1.00) | 1.00 (1.00 to 1.00) |
                | ours      | 0.32 (0.25 to 0.40) | 0.35 (0.28 to 0.43) | 0.25 (0.24 to 0.25) |
                """);
    }

    @Test
    void keepsEveryRun() {
        assertThat(rounds.measurements())
                .hasSize(6)
                .startsWith(Map.of(
                        "round",
                        1,
                        "contender",
                        "plain",
                        "wallSeconds",
                        21.0,
                        "passedSeconds",
                        20.0,
                        "cpuSeconds",
                        40.0))
                .endsWith(Map.of(
                        "round", 3, "contender", "ours", "wallSeconds", 8.0, "passedSeconds", 7.0, "cpuSeconds", 11.0));
    }
}
