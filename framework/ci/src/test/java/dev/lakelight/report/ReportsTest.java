package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    Path temporary;

    @Test
    void writesEverythingIntoADirectoryThatItMakes() throws IOException {
        Path directory = temporary.resolve("target/lakelight reports");

        WrittenReports written = Reports.write(SampleReports.red(), directory);

        assertThat(files(directory))
                .containsExactly(
                        "TEST-com.acme.retail.CustomerSilverTest.xml",
                        "TEST-com.acme.retail.OrderGoldTest.xml",
                        "TEST-pipelines.silver.xml",
                        "TEST-src.test.lakelight.customers.xml",
                        "index.html",
                        "summary.md",
                        "verdict.json");
        assertThat(written.page()).isEqualTo(directory.resolve("index.html")).isNotEmptyFile();
        assertThat(written.verdict())
                .isEqualTo(directory.resolve("verdict.json"))
                .isNotEmptyFile();
        assertThat(written.summary()).isEqualTo(directory.resolve("summary.md")).isNotEmptyFile();
        assertThat(written.xml()).hasSize(4);
    }

    @Test
    void removesTheXmlOfAnEarlierRunAndNothingElse() throws IOException {
        Files.writeString(temporary.resolve("TEST-com.acme.Gone.xml"), "<testsuite/>");
        Files.writeString(temporary.resolve("mine.txt"), "kept");

        Reports.write(SampleReports.green(), temporary);
        Reports.write(SampleReports.green(), temporary);

        assertThat(files(temporary))
                .containsExactly(
                        "TEST-com.acme.retail.CustomerSilverTest.xml",
                        "TEST-pipelines.silver.xml",
                        "TEST-src.test.lakelight.customers.xml",
                        "index.html",
                        "mine.txt",
                        "summary.md",
                        "verdict.json");
    }

    @Test
    void removesAllReportsOfAnEarlierRunAndNothingElse() throws IOException {
        Reports.write(SampleReports.red(), temporary);
        Files.writeString(temporary.resolve("mine.txt"), "kept");

        Reports.remove(temporary);
        Reports.remove(temporary.resolve("missing"));

        assertThat(files(temporary)).containsExactly("mine.txt");
    }

    @Test
    void saysInXmlThatNothingRan() throws IOException {
        WrittenReports written = Reports.write(SampleReports.report(List.of()), temporary);

        assertThat(written.xml()).containsExactly(temporary.resolve("TEST-lakelight.verdict.xml"));
    }

    @Test
    void writesHostileNamesInsideOfItsDirectoryOnly() throws IOException {
        WrittenReports written = Reports.write(HostileReport.report(), temporary.resolve("reports"));

        assertThat(files(temporary)).containsExactly("reports");
        assertThat(written.xml()).hasSize(2).allMatch(Files::isRegularFile);
    }

    @Test
    void appendsTheSummaryToTheStepSummaryOfGitHub() throws IOException {
        Path summary = Reports.write(SampleReports.green(), temporary).summary();
        Path step = Files.writeString(temporary.resolve("step"), "before\n");

        assertThat(StepSummary.publish(summary, Map.of("GITHUB_STEP_SUMMARY", step.toString())))
                .contains(step);

        assertThat(step).hasContent("before\n" + Files.readString(summary));
        assertThat(StepSummary.publish(summary, Map.of())).isEmpty();
    }

    @Test
    void leavesTheStepSummaryAloneWhenItWouldBecomeTooLarge() throws IOException {
        Path summary = Reports.write(SampleReports.green(), temporary).summary();
        Path step = Files.writeString(temporary.resolve("step"), "x".repeat(SummaryMarkdown.MAX_BYTES - 10));

        assertThat(StepSummary.publish(summary, Map.of("GITHUB_STEP_SUMMARY", step.toString())))
                .isEmpty();

        assertThat(step).hasSize(SummaryMarkdown.MAX_BYTES - 10);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
