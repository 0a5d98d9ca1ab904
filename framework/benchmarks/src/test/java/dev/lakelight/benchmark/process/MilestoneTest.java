package dev.lakelight.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MilestoneTest {

    @Test
    void isReadFromItsLine() {
        assertThat(Milestone.parse("#lakelight-benchmark cpu 123456789")).contains(new Milestone("cpu", 123_456_789));
    }

    @Test
    void isNotSeenInOtherOutput() {
        assertThat(Milestone.parse("WARN passed 0")).isEmpty();
        assertThat(Milestone.parse("")).isEmpty();
    }
}
