package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A statement on the formats of notebooks, with a file that it is true of.
 *
 * @param id by which the guide lists it, and it can be run alone
 * @param says the statement
 * @param file name of the file
 * @param text of the file
 * @param language of a file that does not say it; mostly empty
 * @param cells language and text of each cell
 * @param titles of the cells, empty for none, when the statement is about them
 * @param widgets of the notebook, when the statement is about them
 * @param refusal the message, when the file is refused; else empty
 */
record FormatRow(
        String id,
        String says,
        String file,
        String text,
        String language,
        List<Map<String, String>> cells,
        List<String> titles,
        Map<String, String> widgets,
        String refusal) {

    private static final String SELECTED = System.getProperty("conformance", "");

    static Stream<FormatRow> selected() {
        List<FormatRow> rows = read().stream().filter(FormatRow::isSelected).toList();
        assertThat(rows).as("rows of -Dconformance=%s", SELECTED).isNotEmpty();
        return rows.stream();
    }

    private static List<FormatRow> read() {
        try (InputStream yaml = FormatRow.class.getResourceAsStream("/conformance/formats.yml")) {
            return ((List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml))
                    .stream().map(row -> of((Map<?, ?>) row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static FormatRow of(Map<?, ?> row) {
        return new FormatRow(
                text(row, "id"),
                text(row, "says"),
                text(row, "file"),
                text(row, "text"),
                text(row, "language"),
                row.containsKey("cells") ? (List<Map<String, String>>) row.get("cells") : List.of(),
                row.containsKey("titles") ? (List<String>) row.get("titles") : List.of(),
                row.containsKey("widgets") ? (Map<String, String>) row.get("widgets") : Map.of(),
                text(row, "refusal"));
    }

    private static String text(Map<?, ?> row, String key) {
        return row.containsKey(key) ? (String) row.get(key) : "";
    }

    private boolean isSelected() {
        return SELECTED.isEmpty()
                || Stream.of(SELECTED.split(",")).anyMatch(chosen -> id.equals(chosen) || id.startsWith(chosen + "."));
    }

    @Override
    public String toString() {
        return id + " " + says;
    }
}
