package dev.lakelight.report;

import static dev.lakelight.report.MarkdownText.inline;

import dev.lakelight.result.TestResult;
import dev.lakelight.result.Warning;
import java.util.List;
import java.util.stream.Collectors;

/** What the runs of a suite were warned of, for the summary: each place once, however many tests ran it. */
final class WarningsMarkdown {

    private static final int LISTED = 20;

    private WarningsMarkdown() {}

    /** Return a section that is folded until someone opens it, or nothing when there is no warning. */
    static String of(List<TestResult> tests) {
        List<Warning> warnings = tests.stream()
                .flatMap(test -> test.runs().stream())
                .flatMap(run -> run.warnings().stream())
                .distinct()
                .toList();

        if (warnings.isEmpty()) {
            return "";
        }

        String shown =
                warnings.stream().limit(LISTED).map(WarningsMarkdown::item).collect(Collectors.joining());
        String more = warnings.size() > LISTED
                ? "- and %s more, in index.html\n".formatted(Wording.number(warnings.size() - LISTED))
                : "";
        return "<details><summary>%s</summary>\n\n%s%s\n</details>\n\n"
                .formatted(Wording.count(warnings.size(), "warning"), shown, more);
    }

    private static String item(Warning warning) {
        return "- %s: %s\n"
                .formatted(
                        inline(PlainText.line(warning.source().toString(), 300)),
                        inline(PlainText.line(warning.text(), 500)));
    }
}
