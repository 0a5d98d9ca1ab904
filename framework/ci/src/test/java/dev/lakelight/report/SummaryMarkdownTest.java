package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.Problem;
import dev.lakelight.result.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {

    @Test
    void sumsUpAGreenRun() {
        assertThat(SummaryMarkdown.of(SampleReports.green())).isEqualTo(Expected.file("green.md"));
    }

    @Test
    void sumsUpARedRunWithItsFailuresAndDifferences() {
        assertThat(SummaryMarkdown.of(SampleReports.red())).isEqualTo(Expected.file("red.md"));
    }

    @Test
    void rendersToNoMarkupThatCameWithTheData() {
        String markdown = SummaryMarkdown.of(HostileReport.report());

        String html = render(markdown);

        assertThat(html).doesNotContain("<script", "<img", "<a href=\"http://evil", "<h1>h");
        assertThat(markdown.lines()).noneMatch(line -> line.strip().startsWith("::") || line.contains("##vso["));
    }

    @Test
    void keepsTablesWholeWhateverTheCellsHold() {
        String html = render(SummaryMarkdown.of(HostileReport.report()));

        assertThat(html.split("<tr>").length - 1)
                .as("7 facts, a difference, a slowest test, and 3 heads")
                .isEqualTo(12);
    }

    @Test
    void staysBelowTheLimitAndSaysWhatIsLeftOut() {
        String longMessage = "line of a long message, äöü\n".repeat(150);
        List<TestResult> tests = IntStream.range(0, 500)
                .mapToObj(i -> SampleReports.failed(
                        SampleReports.scenario("scenario " + i, i + 1),
                        new Problem("java.lang.AssertionError", longMessage, "", null),
                        List.of(),
                        List.of()))
                .toList();

        String markdown = SummaryMarkdown.of(SampleReports.report(tests));

        assertThat(markdown.getBytes(StandardCharsets.UTF_8).length).isBetween(900_000, SummaryMarkdown.MAX_BYTES);
        assertThat(markdown)
                .containsPattern(
                        "\\*\\*\\d+ more tests are left out: this summary is limited to 1 MiB\\. All are in index\\.html"
                                + " and verdict\\.json\\.\\*\\*")
                .contains("## Slowest tests");
    }

    private static String render(String markdown) {
        List<TablesExtension> extensions = List.of((TablesExtension) TablesExtension.create());
        return HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(Parser.builder().extensions(extensions).build().parse(markdown));
    }
}
