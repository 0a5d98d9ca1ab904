package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A statement on what Databricks does, with notebooks that show whether it is so here.
 *
 * @param id by which the guide lists it, and it can be run alone
 * @param says the statement
 * @param needs what a machine needs for it, with the reason for which the row is skipped where that is absent
 * @param notebooks cells by the file's name; the header is added
 * @param files files as they are, by name
 * @param main the notebook that is run: the first one
 * @param job the job that is run instead; mostly empty
 * @param parameters of the run
 * @param secrets that the run has read
 * @param expected what has to come of it
 */
record ConformanceRow(
        String id,
        String says,
        Map<String, String> needs,
        Map<String, String> notebooks,
        Map<String, String> files,
        String main,
        String job,
        Map<String, String> parameters,
        List<String> secrets,
        Map<String, Object> expected) {

    private static final String SELECTED = System.getProperty("conformance", "");

    static Stream<ConformanceRow> selected() {
        List<ConformanceRow> rows = topics().flatMap(ConformanceRow::read)
                .filter(ConformanceRow::isSelected)
                .toList();
        assertThat(rows).as("rows of -Dconformance=%s", SELECTED).isNotEmpty();
        return rows.stream();
    }

    private static Stream<Path> topics() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/conformance"))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ConformanceRow> read(Path topic) {
        try (InputStream yaml = Files.newInputStream(topic)) {
            return ((List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml))
                    .stream().map(row -> of((Map<?, ?>) row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConformanceRow of(Map<?, ?> row) {
        Map<String, String> notebooks = map(row, "notebooks");
        Map<String, String> files = map(row, "files");
        return new ConformanceRow(
                text(row, "id"),
                text(row, "says"),
                map(row, "needs"),
                notebooks,
                files,
                Stream.concat(notebooks.keySet().stream(), files.keySet().stream())
                        .findFirst()
                        .orElseThrow(),
                text(row, "job"),
                map(row, "parameters"),
                secrets(row),
                map(row, "expect"));
    }

    private static String text(Map<?, ?> row, String key) {
        return row.containsKey(key) ? (String) row.get(key) : "";
    }

    @SuppressWarnings("unchecked")
    private static List<String> secrets(Map<?, ?> row) {
        return row.containsKey("secrets") ? (List<String>) row.get("secrets") : List.of();
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> map(Map<?, ?> row, String key) {
        return row.containsKey(key) ? (Map<String, T>) row.get(key) : Map.of();
    }

    boolean hasShellCells() {
        return notebooks.values().stream().anyMatch(cells -> cells.contains("%sh"));
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
