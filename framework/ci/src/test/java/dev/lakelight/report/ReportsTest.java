package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.Problem;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
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
                        "differences",
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
    void attachesDifferingRowsInFullAndLinksThem() throws IOException {
        WrittenReports written = Reports.write(SampleReports.red(), temporary);

        String name = "differences/src.test.lakelight.customers-a_late_address_wins_late-data_.jsonl";
        assertThat(temporary.resolve(name)).content().startsWith("""
                {"kind":"MISSING","count":1,"changed":[],"expected":{"customer_id":"12346","name":"Ada Byron",\
                "address":"1 Mill Lane","country":"United Kingdom","valid_from":"2011-12-05"},"actual":null}
                """).contains("""
                {"kind":"CHANGED","count":1,"changed":["address"],"expected":{"customer_id":"12348","name":"Alan Turing",\
                "address":null,"country":"United Kingdom","valid_from":"2011-12-09"},\
                "actual":{"customer_id":"12348","name":"Alan Turing","address":"null","country":"United Kingdom",\
                "valid_from":"2011-12-09"}}
                """);
        assertThat(written.page())
                .content()
                .contains("The first 4 differing rows in full, of 28: <a href=\"%s\">".formatted(name));
        assertThat(written.verdict()).content().contains("\"file\" : \"%s\"".formatted(name));
    }

    @Test
    void givesColumnsOfOneNameTwoNamesInAttachedRows() {
        RowDifference row = new RowDifference(Kind.MISSING, List.of("1", "2", "3"), null, 2);
        TableDifference difference = new TableDifference(
                "t", "e", List.of(), List.of("a", "a", "a (2)"), List.of(), List.of(), List.of(row), 2, 0, 0, null);
        Report report = SampleReports.report(List.of(SampleReports.failed(
                SampleReports.scenario("a/../b: <c>", 1),
                new Problem("E", "m", "", null),
                List.of(),
                List.of(difference, difference))));

        Map<String, String> contents = DifferenceFiles.of(report).contents();

        assertThat(contents).hasSize(1);
        assertThat(contents.keySet()).allMatch(name -> name.matches("differences/[\\w.-]+"));
        assertThat(contents.values()).containsExactly("""
                {"kind":"MISSING","count":2,"changed":[],"expected":{"a":"1","a (2)":"2","a (2) (2)":"3"},"actual":null}
                """);
        assertThat(DifferenceFiles.of(report).note(difference)).isEqualTo("All differing rows in full");
    }

    @Test
    void removesAttachedRowsOfAnEarlierRun() throws IOException {
        Reports.write(SampleReports.red(), temporary);
        Path mine = Files.writeString(temporary.resolve("differences/mine.txt"), "kept");

        Reports.write(SampleReports.green(), temporary);

        assertThat(files(mine.getParent())).containsExactly("mine.txt");
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
