package dev.lakelight.benchmark.small;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallTableTimesTest {

    private final SmallTableTimes times = new SmallTableTimes(new EnumMap<>(Map.of(
            Measured.SEED, List.of(10.0, 20.0),
            Measured.SEED_WITH_SPARK, List.of(300.0, 300.0),
            Measured.ASSERT, List.of(5.0, 5.0),
            Measured.ASSERT_AS_FAST_TESTS, List.of(50.0, 100.0),
            Measured.ASSERT_AS_TESTING_BASE, List.of(100.0, 100.0),
            Measured.WHOLE_TEST, List.of(80.0, 90.0))));

    @Test
    void showsTimesAndRatios() {
        assertThat(times.text()).isEqualTo("""
                Milliseconds: the median of 2 rounds, least and most in parentheses.

                | What                                                            |                        ms |
                |-----------------------------------------------------------------|--------------------------:|
                | seeding a table of 10 rows                                      |    15.00 (10.00 to 20.00) |
                | the same with createDataFrame and saveAsTable                   | 300.00 (300.00 to 300.00) |
                | asserting on its rows                                           |       5.00 (5.00 to 5.00) |
                | as spark-fast-tests, small, unordered                           |   75.00 (50.00 to 100.00) |
                | as spark-testing-base, in order                                 | 100.00 (100.00 to 100.00) |
                | a lake with three seeds and three assertions, opened and closed |    85.00 (80.00 to 90.00) |

                Times faster: the ratio of the medians, the range of the rounds' ratios in parentheses.

                | What                              |                  times |
                |-----------------------------------|-----------------------:|
                | seed than with Spark              | 20.00 (15.00 to 30.00) |
                | assert than as spark-fast-tests   | 15.00 (10.00 to 20.00) |
                | assert than as spark-testing-base | 20.00 (20.00 to 20.00) |
                """);
    }

    @Test
    void keepsEveryRound() {
        assertThat(times.measurements())
                .hasSize(2)
                .last()
                .satisfies(round -> assertThat(round)
                        .containsEntry("round", 2)
                        .containsEntry("seed_with_sparkMilliseconds", 300.0));
    }
}
