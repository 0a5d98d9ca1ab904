package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.verdict.RunFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingBlockTest {

    private static final Path PAGE = Path.of("index.html");

    @Test
    void saysGreenInFiveLines() {
        assertThat(ClosingBlock.lines(SampleReports.green(), PAGE))
                .containsExactly(
                        "Lakelight  GREEN",
                        "Tests      6: 5 passed, 1 skipped",
                        "Branch     feature/late-invoices@1a2b3c4 (dirty), merge base main@9f8e7d6",
                        "Why        Every test that ran passed.",
                        "Report     index.html");
    }

    @Test
    void saysRedInFiveLines() {
        assertThat(ClosingBlock.lines(SampleReports.red(), PAGE))
                .containsExactly(
                        "Lakelight  RED",
                        "Tests      7: 2 passed, 2 failed, 1 error, 1 skipped, 1 lost",
                        "Branch     feature/late-invoices@1a2b3c4 (dirty), merge base main@9f8e7d6",
                        "Why        1 test was lost: com.acme.retail.OrderGoldTest > sumsRevenuePerDay(Lake). (and 2 more"
                                + " reasons)",
                        "Report     index.html");
    }

    @Test
    void saysThatNothingRanInFiveLines() {
        Report report = SampleReports.report(SampleReports.suite(List.of()), RunFacts.timedOut(Duration.ofMinutes(5)));

        assertThat(ClosingBlock.lines(report, PAGE))
                .containsExactly(
                        "Lakelight  RED",
                        "Tests      0",
                        "Branch     feature/late-invoices@1a2b3c4 (dirty), merge base main@9f8e7d6",
                        "Why        The suite was stopped because it took longer than 5 min. (and one more reason)",
                        "Report     index.html");
    }

    @Test
    void staysFiveLinesThatGiveNoOrdersWhateverTheNames() {
        List<String> lines = ClosingBlock.lines(HostileReport.report(), PAGE);

        assertThat(lines)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("\n", "\r", "\u001b", "\u202e", "##vso[", "##teamcity[")
                        .hasSizeLessThan(400));
    }
}
