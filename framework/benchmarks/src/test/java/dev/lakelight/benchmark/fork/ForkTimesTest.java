package dev.lakelight.benchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkTimesTest {

    private final ForkTimes times = new ForkTimes(
            List.of(40.0, 50.0, 60.0),
            List.of(4000.0, 6000.0, 6000.0),
            List.of(20.0, 20.0, 30.0),
            List.of(8000.0, 8000.0, 9000.0));

    @Test
    void showsTimesAndRatios() {
        assertThat(times.text()).isEqualTo("""
                Milliseconds for 10 tables: the median of 3 rounds, least and most in parentheses.

                | What                                           |                           ms |
                |------------------------------------------------|-----------------------------:|
                | fork, opening and closing of the lake included |       50.00 (40.00 to 60.00) |
                | SHALLOW CLONE                                  | 6000.00 (4000.00 to 6000.00) |
                | roll back                                      |       20.00 (20.00 to 30.00) |
                | RESTORE                                        | 8000.00 (8000.00 to 9000.00) |

                Times faster: the ratio of the medians, the range of the rounds' ratios in parentheses.

                | What                    |                     times |
                |-------------------------|--------------------------:|
                | fork than SHALLOW CLONE | 120.00 (100.00 to 120.00) |
                | roll back than RESTORE  | 400.00 (300.00 to 400.00) |
                """);
    }

    @Test
    void keepsEveryRound() {
        assertThat(times.measurements())
                .startsWith(Map.of(
                        "round", 1,
                        "forkMilliseconds", 40.0,
                        "cloneMilliseconds", 4000.0,
                        "rollBackMilliseconds", 20.0,
                        "restoreMilliseconds", 8000.0))
                .hasSize(3);
    }
}
