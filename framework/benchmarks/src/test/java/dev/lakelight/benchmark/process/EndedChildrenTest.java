package dev.lakelight.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndedChildrenTest {

    @Test
    void addsUserAndSystemTimeWhateverTheProgramIsCalled() {
        String status = "4711 (my) prog (x) S 1 4711 4711 0 -1 4194304 900 80000 0 5 12 3 4200 17 20 0 21 0 5 6 7\n";

        assertThat(EndedChildren.parse(status)).isEqualTo(Duration.ofMillis(42_170));
    }
}
