package dev.lakelight.workspace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalMachineTest {

    @Test
    void hasNoMoreExecutorsThanProcessors() {
        LocalMachine machine = new LocalMachine(4, 64_000);

        assertThat(machine.executors(0)).isZero();
        assertThat(machine.executors(3)).isEqualTo(3);
        assertThat(machine.executors(100)).isEqualTo(4);
        assertThat(machine.executorMegabytes()).isEqualTo(1024);
        assertThat(machine.clusters()).isEqualTo(25);
    }

    @Test
    void leavesHalfOfTheMemoryToOthers() {
        LocalMachine machine = new LocalMachine(16, 6_000);

        assertThat(machine.executors(16)).isEqualTo(2);
        assertThat(machine.executorMegabytes()).isEqualTo(1024);
        assertThat(machine.clusters()).isEqualTo(2);
        assertThat(new LocalMachine(16, 2_000).executorMegabytes()).isEqualTo(512);
        assertThat(new LocalMachine(16, 500).executors(2)).isEqualTo(1);
    }
}
