package dev.lakelight.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void hasTheMiddleOfAnOddNumber() {
        assertThat(Distribution.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Distribution(2, 1, 9));
    }

    @Test
    void hasTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Distribution.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Distribution(3, 1, 9));
    }

    @Test
    void hasOneValueThreeTimes() {
        assertThat(Distribution.of(List.of(7.0))).isEqualTo(new Distribution(7, 7, 7));
    }

    @Test
    void isWrittenWithTwoDecimals() {
        assertThat(new Distribution(8.5, 8.314, 1234.5).text()).isEqualTo("8.50 (8.31 to 1234.50)");
    }

    @Test
    void needsAMeasurement() {
        assertThatThrownBy(() -> Distribution.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is nothing to describe: no measurement.");
    }
}
