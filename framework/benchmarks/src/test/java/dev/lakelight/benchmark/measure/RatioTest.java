package dev.lakelight.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void dividesMediansAndPairsRounds() {
        List<Double> reference = List.of(20.0, 10.0, 40.0);
        List<Double> values = List.of(8.0, 5.0, 10.0);

        Ratio ratio = Ratio.of(values, reference);

        assertThat(ratio).isEqualTo(new Ratio(0.4, 0.25, 0.5));
        assertThat(ratio.text()).isEqualTo("0.40 (0.25 to 0.50)");
    }

    @Test
    void isOneForTheReferenceItself() {
        List<Double> reference = List.of(3.0, 5.0);

        assertThat(Ratio.of(reference, reference)).isEqualTo(new Ratio(1, 1, 1));
    }

    @Test
    void pairsEveryRound() {
        assertThatThrownBy(() -> Ratio.of(List.of(1.0), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 measurements cannot be paired with 2.");
    }
}
