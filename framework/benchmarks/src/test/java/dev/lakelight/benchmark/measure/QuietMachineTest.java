package dev.lakelight.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietMachineTest {

    private static final Load BUSY = new Load(1.7, 2);
    private static final Load QUIET = new Load(1.0, 2);
    private static final Load UNKNOWN = new Load(-1, 2);

    private final List<String> log = new ArrayList<>();
    private int pauses;

    @Test
    void doesNotWaitForAQuietOne() {
        assertThat(machine(List.of(QUIET)).await(log::add)).isEqualTo(QUIET);
        assertThat(log).isEmpty();
    }

    @Test
    void waitsUntilItHasCalmedDown() {
        assertThat(machine(List.of(BUSY, BUSY, QUIET, BUSY)).await(log::add)).isEqualTo(QUIET);
        assertThat(pauses).isEqualTo(2);
        assertThat(log).containsExactly("Waiting for the machine to calm down: its load is 1.70 on 2 processors");
    }

    @Test
    void losesPatience() {
        QuietMachine machine = new QuietMachine(() -> BUSY, () -> pauses++);

        assertThat(machine.await(log::add)).isEqualTo(BUSY);
        assertThat(pauses).isEqualTo(60);
    }

    @Test
    void doesNotWaitForWhatTheSystemNeverTells() {
        assertThat(machine(List.of(UNKNOWN)).await(log::add)).isEqualTo(UNKNOWN);
        assertThat(UNKNOWN.isQuiet()).isFalse();
        assertThat(UNKNOWN.text()).isEqualTo("unknown");
    }

    private QuietMachine machine(List<Load> loads) {
        Iterator<Load> next = loads.iterator();
        return new QuietMachine(next::next, () -> pauses++);
    }
}
