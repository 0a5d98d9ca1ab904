package dev.lakelight.databricks.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNameTest {

    private final RunName name = new RunName(Instant.parse("2026-11-30T07:00:59Z"), "1a2b3c4d5e");

    @Test
    void tellsItsExpiry() {
        assertThat(name).hasToString("ll_202611300700_1a2b3c4d5e");
        assertThat(name.catalog(12)).isEqualTo("ll_202611300700_1a2b3c4d5e_12");
        assertThat(RunName.parse(name.toString())).contains(name);
        assertThat(name.expires()).isEqualTo("2026-11-30T07:00:00Z");
    }

    @Test
    void isTheSameForTheSameFactsOnly() {
        assertThat(RunName.id(List.of("commit", "1", "a"))).isEqualTo(RunName.id(List.of("commit", "1", "a")));
        assertThat(RunName.id(List.of("commit", "1", "a"))).isNotEqualTo(RunName.id(List.of("commit", "1a", "")));
        assertThat(RunName.id(List.of("x"))).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "main", "ll_202611300700", "ll_202613990700_1a2b3c4d5e", "ll_202611300700_1a2b3c4d5e_1"})
    void leavesAloneWhatIsNoRun(String text) {
        assertThat(RunName.parse(text)).isEmpty();
    }
}
