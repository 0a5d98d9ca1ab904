package dev.lakelight.workspace.job;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TableSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page that shows a notebook as it was run: its cells and what came of them. It runs no script and loads nothing. */
final class NotebookHtml {

    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; color: #1f272d }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: 13px/1.5 ui-monospace, monospace }
            section { border: 1px solid #d5dbe1; border-radius: 6px; margin: 1rem 0 }
            section > * { padding: .6rem 1rem; margin: 0 }
            .code { background: #f6f7f9 } .error { background: #fdecea; color: #8c1d18 }
            .note { color: #5f6b76; font-size: 13px }
            table { border-collapse: collapse; font-size: 13px } td, th { border: 1px solid #d5dbe1; padding: 2px 8px }
            """;

    private final StringBuilder html = new StringBuilder();

    private NotebookHtml() {}

    static String of(ModuleRun run) {
        return new NotebookHtml().page(run);
    }

    static String name(ModuleRun run) {
        return run.module().substring(run.module().lastIndexOf('/') + 1);
    }

    private String page(ModuleRun run) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        element("title", null, name(run));
        html.append("<style>\n").append(STYLE).append("</style></head><body>\n");
        element("h1", null, name(run));
        run.parameters().forEach((name, value) -> element("p", "note", name + " = " + value));
        run.cells().forEach(this::cell);
        problem(run.problem());
        return html.append("</body></html>\n").toString();
    }

    private void cell(CellRun cell) {
        html.append("<section>");

        if (cell.title() != null) {
            element("h2", null, cell.title());
        }

        block("code", cell.code());

        if (!cell.text().isEmpty()) {
            block("text", cell.text());
        }

        if (cell.output() != null) {
            table(cell.output());
        }

        cell.warnings().forEach(warning -> element("p", "note", warning.text()));
        problem(cell.problem());
        element(
                "p",
                "note",
                "%s, %d ms".formatted(cell.language(), cell.duration().toMillis()));
        html.append("</section>\n");
    }

    private void table(TableSample sample) {
        html.append("<div><table><tr>");
        sample.columns().forEach(column -> element("th", null, column));
        html.append("</tr>");

        for (List<@Nullable String> row : sample.rows()) {
            html.append("<tr>");
            row.forEach(value -> element("td", null, value == null ? "null" : value));
            html.append("</tr>");
        }

        html.append("</table>");

        if (sample.truncated()) {
            element("p", "note", "There are more rows than shown.");
        }

        html.append("</div>");
    }

    private void problem(@Nullable Problem problem) {
        if (problem != null) {
            block("error", problem.message().isEmpty() ? problem.type() : problem.message());
        }
    }

    private void block(String style, String text) {
        html.append("<div class=\"").append(style).append("\">");
        element("pre", null, text);
        html.append("</div>");
    }

    private void element(String name, @Nullable String style, String text) {
        html.append('<').append(name);

        if (style != null) {
            html.append(" class=\"").append(style).append('"');
        }

        html.append('>');
        escape(text);
        html.append("</").append(name).append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);

            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
