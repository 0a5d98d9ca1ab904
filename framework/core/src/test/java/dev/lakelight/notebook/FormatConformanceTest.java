package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One row for each statement on the formats of notebooks; the guide lists them. {@code -Dconformance=formats.3} runs the one of that
 * id.
 */
class FormatConformanceTest {

    static Stream<FormatRow> rows() {
        return FormatRow.selected();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void holds(FormatRow row) {
        if (row.refusal().isEmpty()) {
            requireCells(row);
        } else {
            assertThatThrownBy(() -> read(row))
                    .isInstanceOf(NotebookFormatException.class)
                    .hasMessage(row.refusal());
        }
    }

    private static void requireCells(FormatRow row) {
        Notebook notebook = read(row);

        assertThat(notebook.cells())
                .extracting(cell -> Map.of(cell.language(), cell.text()))
                .containsExactlyElementsOf(row.cells());
        assertThat(Notebooks.write(notebook)).as("what is written back").isEqualTo(row.text());

        if (!row.titles().isEmpty()) {
            assertThat(notebook.cells())
                    .extracting(cell -> cell.title().orElse(""))
                    .isEqualTo(row.titles());
        }

        if (!row.widgets().isEmpty()) {
            assertThat(notebook.widgets()).isEqualTo(row.widgets());
        }
    }

    private static Notebook read(FormatRow row) {
        byte[] content = row.text().getBytes(StandardCharsets.UTF_8);
        return row.language().isEmpty()
                ? NotebookReader.read(content, row.file())
                : NotebookReader.read(content, row.file(), NotebookLanguage.valueOf(row.language()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "sql",
                "SQL",
                "py",
                "python",
                "scala",
                "r",
                "java",
                "md",
                "md-sandbox",
                "run",
                "fs",
                "sh",
                "pip",
                "restart_python",
                "skip",
                "load_ext",
                "unheard-of"
            })
    void readsTheMagicInNotebooksOfEveryLanguage(String magic) {
        String language = magic.equals("py") ? "python" : magic.toLowerCase(Locale.ROOT);

        assertThat(NotebookLanguage.values()).allSatisfy(own -> {
            assertThat(ofMarkedCell(own, "%" + magic + " a b")).isEqualTo(Map.of(language, "a b"));
            assertThat(ofMarkedCell(own, "%" + magic)).isEqualTo(Map.of(language, ""));
        });
    }

    private static Map<String, String> ofMarkedCell(NotebookLanguage language, String line) {
        String text = language.header() + "\n" + language.magicPrefix() + " " + line;
        Cell cell = Notebooks.read("a." + language.extension(), text).cells().get(0);
        return Map.of(cell.language(), cell.text());
    }
}
