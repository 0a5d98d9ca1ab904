package dev.lakelight.report;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TableSample;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One cell on the page.
 *
 * @param number in its notebook
 * @param language of the cell
 * @param title its title, or else the first line of its code
 * @param source notebook and line
 * @param status in words
 * @param failed whether it failed
 * @param duration in words
 * @param share of the run's longest cell, in percent, for the bar
 * @param code of the cell; empty when it is prose
 * @param prose rendered from Markdown, safe HTML; empty when it is code
 * @param output first rows of its result, or null
 * @param text that it printed
 * @param problem why it failed; empty when it did not
 */
record CellView(
        int number,
        String language,
        String title,
        String source,
        String status,
        boolean failed,
        String duration,
        String share,
        String code,
        String prose,
        @Nullable Output output,
        String text,
        String problem) {

    /** The first rows of a result. */
    record Output(List<Column> columns, List<List<Value>> rows, String footer) {}

    /** A column with its type. */
    record Column(String name, String type) {}

    /** A value; the text is meaningless when it is a SQL NULL. */
    record Value(String text, boolean isNull) {

        static Value of(@Nullable String text) {
            return text == null ? new Value("NULL", true) : new Value(DataText.of(text), false);
        }
    }

    private static final int CODE_LIMIT = 20_000;
    private static final int TEXT_LIMIT = 10_000;
    private static final int LINE_LIMIT = 160;

    static CellView of(CellRun cell, Duration longest) {
        boolean prose = cell.language().equals("md");
        Problem problem = cell.problem();
        return new CellView(
                cell.number(),
                PlainText.line(cell.language(), LINE_LIMIT),
                PlainText.line(cell.title() == null ? Wording.firstLine(cell.code()) : cell.title(), LINE_LIMIT),
                TestViews.location(cell.source()),
                Wording.cellStatus(cell.status()),
                cell.status() == CellRun.Status.FAILED,
                Wording.duration(cell.duration()),
                PageView.percent(share(cell.duration(), longest)),
                prose ? "" : TestViews.shown(cell.code().stripTrailing(), CODE_LIMIT),
                prose ? Prose.html(cell.code()) : "",
                output(cell.output()),
                TestViews.shown(cell.text().stripTrailing(), TEXT_LIMIT),
                problem == null ? "" : TestViews.shown(problem.message(), TEXT_LIMIT));
    }

    private static double share(Duration duration, Duration longest) {
        return longest.isZero() ? 0 : 100.0 * duration.toNanos() / longest.toNanos();
    }

    private static @Nullable Output output(@Nullable TableSample sample) {
        if (sample == null) {
            return null;
        }

        List<Column> columns = IntStream.range(0, sample.columns().size())
                .mapToObj(index -> column(sample, index))
                .toList();
        List<List<Value>> rows = sample.rows().stream()
                .map(row -> row.stream().map(Value::of).toList())
                .toList();
        return new Output(columns, rows, footer(sample));
    }

    private static Column column(TableSample sample, int index) {
        String type = index < sample.types().size() ? sample.types().get(index) : "";
        return new Column(PlainText.line(sample.columns().get(index), LINE_LIMIT), PlainText.line(type, LINE_LIMIT));
    }

    private static String footer(TableSample sample) {
        String rows = Wording.count(sample.rows().size(), "row");
        return sample.truncated() ? "first " + rows : rows;
    }
}
