package dev.lakelight.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KEYS = List.of("given", "run", "then", "configurations");

    @ParameterizedTest
    @CsvSource({
        "gven, given",
        "givne, given",
        "GIVEN, given",
        "rnu, run",
        "configuration, configurations",
        "konfigurations, configurations"
    })
    void findsTheNameThatWasMeant(String given, String meant) {
        assertThat(NearestName.to(given, KEYS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"expect", "wherever", "''", "ruin the day"})
    void findsNothingWhenNoNameIsClose(String given) {
        assertThat(NearestName.to(given, KEYS)).isEmpty();
    }

    @Test
    void findsTheNearestOfSeveralAndTheFirstByNameOfEquallyNearOnes() {
        assertThat(NearestName.to("customer", List.of("customers2", "customers")))
                .contains("customers");
        assertThat(NearestName.to("tab", List.of("tan", "tac"))).contains("tac");
    }
}
