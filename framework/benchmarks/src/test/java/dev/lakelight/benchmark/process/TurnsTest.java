package dev.lakelight.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<String> order = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    @Test
    void alternatesAfterAWarmUpThatDoesNotCount() {
        Turns turns = new Turns(this::run, log::add);

        List<List<ProcessRun>> runs = turns.take(List.of(Runs.contender("A"), Runs.contender("B")), 2);

        assertThat(order).containsExactly("A", "B", "A", "B", "A", "B");
        assertThat(runs)
                .containsExactly(
                        List.of(Runs.run("A", 3, 0.5), Runs.run("B", 4, 0.5)),
                        List.of(Runs.run("A", 5, 0.5), Runs.run("B", 6, 0.5)));
        assertThat(log)
                .startsWith("Warm-up: A passed after 0.00 s, ended after 1.00 s, CPU 0.50 s")
                .endsWith("Round 2 of 2: B passed after 5.00 s, ended after 6.00 s, CPU 0.50 s")
                .hasSize(6);
    }

    private ProcessRun run(Contender contender) {
        order.add(contender.name());
        return Runs.run(contender.name(), order.size(), 0.5);
    }
}
