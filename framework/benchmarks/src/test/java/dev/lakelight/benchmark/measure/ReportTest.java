package dev.lakelight.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void showsFindingsAndMachine() {
        Report report = report(new Load(0.25, 2));

        assertThat(report.markdown()).isEqualTo("""
                # tea

                How long tea takes.

                It takes 3.

                | Measured on       | 2026-11-22T10:15:30Z |
                |-------------------|---------------------:|
                | Processors        |                    2 |
                | Load at the start |                 0.25 |
                | Load at the end   |                 1.50 |
                """);
    }

    @Test
    void warnsOfAMachineThatWasBusy() {
        Report report = report(new Load(1.01, 2));

        assertThat(report.markdown()).contains("""
                How long tea takes.

                **The machine was not known to be quiet: its load was 1.01 on 2 processors. Trust ratios of CPU time at most:
                a contender that could use more processors loses more wall time to others.**

                It takes 3.
                """);
    }

    @Test
    void keepsEveryMeasurement() {
        Report report = report(new Load(0.25, 2));

        assertThat(report.jsonLines()).isEqualTo("""
                {"benchmark":"tea","time":"2026-11-22T10:15:30Z","loadAtStart":0.25,"loadAtEnd":1.5,"machine":{"Processors":"2"}}
                {"minutes":3.5,"round":1}
                {"minutes":2.5,"round":2}
                """);
    }

    private static Report report(Load start) {
        Findings findings = new Findings(
                start,
                "It takes 3.\n",
                List.of(Map.of("round", 1, "minutes", 3.5), Map.of("round", 2, "minutes", 2.5)));
        return new Report(
                new Tea(),
                findings,
                Map.of("Processors", "2"),
                new Load(1.5, 2),
                Instant.parse("2026-11-22T10:15:30.123456Z"));
    }

    private static final class Tea implements Benchmark {

        @Override
        public String name() {
            return "tea";
        }

        @Override
        public String question() {
            return "How long tea takes.";
        }

        @Override
        public Findings run(Workbench workbench) {
            throw new UnsupportedOperationException();
        }
    }
}
