package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "1449, 1.4 s",
        "2870, 2.9 s",
        "59949, 59.9 s",
        "59960, 1 min 0 s",
        "64480, 1 min 4 s",
        "3600000, 1 h 0 min",
        "5430000, 1 h 30 min"
    })
    void saysDurations(long millis, String text) {
        assertThat(Wording.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void writesSecondsForProgramsInEveryLocale() {
        assertThat(Wording.seconds(Duration.ofMillis(1_234_567))).isEqualTo("1234.567");
    }

    @Test
    void keepsBackValuesThatSoundSecret() {
        assertThat(Secrets.redacted(Map.of("db.Password", "x", "API-KEY", "x", "run_date", "2011-12-09")))
                .isEqualTo(Map.of("db.Password", "(redacted)", "API-KEY", "(redacted)", "run_date", "2011-12-09"));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc",
        "'', '\"\"'",
        "' a', '\" a\"'",
        "NULL, '\"NULL\"'",
        "'a\nb\tc', 'a\\nb\\tc'",
        "'\u00a0', \\u00A0"
    })
    void showsValuesThatAreHardToSee(String value, String shown) {
        assertThat(DataText.of(value)).isEqualTo(shown.equals("\\u00A0") ? "\u00a0" : shown);
    }
}
