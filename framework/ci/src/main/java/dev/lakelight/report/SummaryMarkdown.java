package dev.lakelight.report;

import static dev.lakelight.report.MarkdownText.inline;

import dev.lakelight.branch.BuildServerRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The summary for build servers' summary pages, in GitHub's Markdown. */
final class SummaryMarkdown {

    /** What GitHub takes at most for a step. */
    static final int MAX_BYTES = 1 << 20;

    private static final int SLOWEST = 5;
    private static final int LISTED = 10;
    // For skipped and slowest tests and the sentence that says what was left out.
    private static final int RESERVED = 65_536;

    private final StringBuilder text = new StringBuilder();
    private int bytes;

    private SummaryMarkdown() {}

    static String of(Report report) {
        SummaryMarkdown summary = new SummaryMarkdown();
        summary.add(head(report));
        summary.add(facts(report));
        summary.failures(report);
        summary.add(JobMarkdown.of(report.suite().tests()));
        summary.add(WarningsMarkdown.of(report.suite().tests()));
        summary.add(skipped(report));
        summary.add(slowest(report));
        return summary.text.toString();
    }

    private static String head(Report report) {
        String mark = report.verdict().isGreen() ? "✅ GREEN" : "❌ RED";
        String reasons = report.verdict().isGreen()
                ? Wording.green(report.counts()) + "\n"
                : list(report.verdict().reasons());
        return "# %s: %s\n\n%s\n".formatted(mark, inline(report.run().project()), reasons);
    }

    private static String list(List<String> items) {
        return items.stream().map(item -> "- " + inline(item) + "\n").collect(Collectors.joining());
    }

    private static String facts(Report report) {
        StringBuilder table = new StringBuilder("| | |\n|---|---|\n");
        row(table, "Tests", inline(Wording.counts(report.counts())));
        row(table, "Branch", inline(report.branch().label()));
        row(table, "Merge base", inline(Wording.mergeBase(report.branch())));
        row(table, "Ran on", inline(clusters(report.suite())));
        row(table, "Took", Wording.duration(report.run().wallTime()));
        BuildServerRun server = report.branch().server();

        if (server != null && server.link() != null) {
            row(
                    table,
                    "Build",
                    "[%s](<%s>)".formatted(inline(server.name()), server.link().replaceAll("[<>|]", "")));
        }

        report.branch().notes().forEach(note -> row(table, "Note", inline(note)));
        return table.append('\n').toString();
    }

    private static String clusters(SuiteResult suite) {
        return suite.clusters().stream()
                .map(SuiteResult.ClusterStart::description)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static void row(StringBuilder table, String name, String value) {
        if (!value.isEmpty()) {
            table.append("| ").append(name).append(" | ").append(value).append(" |\n");
        }
    }

    private void failures(Report report) {
        List<TestResult> failed = report.suite().tests().stream()
                .filter(test -> test.status() != TestStatus.PASSED && test.status() != TestStatus.SKIPPED)
                .toList();

        if (!failed.isEmpty()) {
            add("## What went wrong\n\n");
        }

        for (int i = 0; i < failed.size(); i++) {
            String section = FailureMarkdown.of(failed.get(i));

            if (bytes + bytesOf(section) > MAX_BYTES - RESERVED) {
                add(leftOut(failed.size() - i));
                return;
            }

            add(section);
        }
    }

    private static String leftOut(int tests) {
        return "**%s left out: this summary is limited to 1 MiB. All are in index.html and verdict.json.**\n\n"
                .formatted(tests == 1 ? "One more test is" : Wording.number(tests) + " more tests are");
    }

    private static String skipped(Report report) {
        List<TestResult> tests = report.suite().tests().stream()
                .filter(test -> test.status() == TestStatus.SKIPPED)
                .toList();

        if (tests.isEmpty()) {
            return "";
        }

        List<String> shown =
                tests.stream().limit(LISTED).map(SummaryMarkdown::skippedTest).toList();
        String more = tests.size() > LISTED ? "- and " + Wording.number(tests.size() - LISTED) + " more\n" : "";
        return "## Skipped\n\n" + list(shown) + more + "\n";
    }

    private static String skippedTest(TestResult test) {
        Problem reason = test.problem();
        String name =
                PlainText.line(test.identity().suite() + ": " + test.identity().name(), 300);
        return reason == null ? name : name + ": " + PlainText.line(reason.message(), 300);
    }

    private static String slowest(Report report) {
        List<TestResult> tests = report.suite().tests().stream()
                .filter(test -> !test.duration().isZero())
                .sorted(Comparator.comparing(TestResult::duration).reversed())
                .limit(SLOWEST)
                .toList();

        if (tests.isEmpty()) {
            return "";
        }

        StringBuilder table = new StringBuilder("## Slowest tests\n\n| Test | Suite | Time |\n|---|---|---:|\n");

        for (TestResult test : tests) {
            String name = inline(PlainText.line(test.identity().name(), 300));
            String suite = inline(PlainText.line(test.identity().suite(), 300));
            table.append("| %s | %s | %s |\n".formatted(name, suite, Wording.duration(test.duration())));
        }

        return table.toString();
    }

    private void add(String part) {
        text.append(part);
        bytes += bytesOf(part);
    }

    private static int bytesOf(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length;
    }
}
