package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTest {

    @ParameterizedTest
    @CsvSource({"90s, 90", "60m, 3600", "2h, 7200", "1h30m, 5400", " 5M , 300"})
    void readsHoursMinutesAndSeconds(String text, long seconds) {
        assertThat(Timeout.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "soon", "0s", "-5m", "5 m"})
    void refusesWhatIsNotATimeAboveZero(String text) {
        assertThatThrownBy(() -> Timeout.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessage("lakelight.timeout is '" + text
                        + "', which is not a time above zero; write hours, minutes or seconds: 2h, 60m, 90s or 1h30m");
    }
}
