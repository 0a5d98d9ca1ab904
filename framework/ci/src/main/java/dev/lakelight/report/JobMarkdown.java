package dev.lakelight.report;

import static dev.lakelight.report.MarkdownText.inline;

import dev.lakelight.result.JobRun;
import dev.lakelight.result.TestResult;
import java.util.List;

/** The jobs of a suite as tables for the summary. */
final class JobMarkdown {

    private static final int ROWS = 100;

    private JobMarkdown() {}

    /** Return a section with a table for each job run, or nothing when there is none. */
    static String of(List<TestResult> tests) {
        StringBuilder text = new StringBuilder();
        int rows = 0;

        for (TestResult test : tests) {
            for (JobRun job : test.jobs()) {
                if (rows + job.tasks().size() > ROWS) {
                    return section(text.append("More jobs are in index.html.\n\n"));
                }

                text.append(table(test, job));
                rows += job.tasks().size();
            }
        }

        return section(text);
    }

    private static String section(StringBuilder text) {
        return text.isEmpty() ? "" : "## Jobs\n\n" + text;
    }

    private static String table(TestResult test, JobRun job) {
        StringBuilder table = new StringBuilder("**%s** ended with %s in %s, run by: %s\n\n"
                .formatted(
                        inline(PlainText.line(job.name(), 200)),
                        job.state(),
                        Wording.duration(job.duration()),
                        inline(PlainText.line(test.identity().name(), 200))));
        table.append("| Task | State | Attempts | Began | Time |\n|---|---|---:|---:|---:|\n");
        job.tasks().stream()
                .flatMap(task -> JobView.rows(task, job.startedAt()))
                .forEach(row -> table.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(inline(row.key()), row.state(), row.attempts(), row.began(), row.duration())));
        return table.append('\n').toString();
    }
}
