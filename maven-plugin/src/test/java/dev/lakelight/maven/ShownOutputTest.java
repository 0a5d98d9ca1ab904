package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownOutputTest {

    private static final List<String> LOG = List.of(
            "Started in 1.3 s", "[INFO] ", "Tests run: 1", "[INFO] Lakelight  GREEN", "[INFO] Tests      1: 1 passed");

    @Test
    void isInALogThatHasItsLinesInARow() {
        assertThat(new ShownOutput("[INFO]\nTests run: 1\n").isIn(LOG)).isTrue();
        assertThat(new ShownOutput("Tests run: 1\n[INFO]\n").isIn(LOG)).isFalse();
        assertThat(new ShownOutput("Tests run: 1\n[INFO] Tests      1: 1 passed\n").isIn(LOG))
                .isFalse();
    }

    @Test
    void mayLeaveOutLinesAndPartsOfThem() {
        assertThat(new ShownOutput("Started in … s\n…\n[INFO] Lakelight  GREEN\n").isIn(LOG))
                .isTrue();
        assertThat(new ShownOutput("Tests run: 1\n…\nStarted in … s\n").isIn(LOG))
                .isFalse();
    }

    @Test
    void comparesWholeLinesToTheLetter() {
        assertThat(new ShownOutput("Lakelight  GREEN\n").isIn(LOG)).isFalse();
        assertThat(new ShownOutput("[INFO] Lakelight\n").isIn(LOG)).isFalse();
        assertThat(new ShownOutput("Tests.run: 1\n").isIn(LOG)).isFalse();
    }
}
