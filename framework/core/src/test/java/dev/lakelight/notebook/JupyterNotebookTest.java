package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lakelight.result.SourceLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JupyterNotebookTest {

    @Test
    void readsAnExportOfDatabricks() {
        Notebook notebook = Notebooks.read("pipelines/customers.ipynb", JupyterNotebooks.DATABRICKS);

        assertThat(notebook.language()).isEqualTo(NotebookLanguage.SQL);
        assertThat(notebook.cells())
                .extracting(Cell::number, Cell::language, Cell::text)
                .containsExactly(
                        tuple(1, "md-sandbox", "# Customers"),
                        tuple(2, "sql", "SELECT 'a \"b\" \u00e9', :p\nFROM t"),
                        tuple(3, "python", "\nprint(\"\\n\")"));
        assertThat(notebook.cells())
                .extracting(cell -> cell.title().orElse("-"))
                .containsExactly("-", "Latest", "-");
    }

    @Test
    void knowsWhereTheLinesOfCellsAreInTheFile() {
        Notebook notebook = Notebooks.read("pipelines/customers.ipynb", JupyterNotebooks.DATABRICKS);
        Cell sql = notebook.cells().get(1);

        assertThat(notebook.cells()).extracting(Cell::line).containsExactly(17, 47, 58);
        assertThat(notebook.location(sql, 2)).isEqualTo(new SourceLocation("pipelines/customers.ipynb", 48));
        assertThat(sql.fileColumn(1, 1)).isEqualTo(6);
        assertThat(sql.fileColumn(1, 8)).isEqualTo(13);
        assertThat(sql.fileColumn(1, 12)).isEqualTo(18);
        assertThat(sql.fileColumn(1, 17)).isEqualTo(29);
        assertThat(notebook.cells().get(2).fileColumn(2, 7)).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'application/vnd.databricks.v1+notebook': {'language': 'scala'}}              | SCALA",
                "{'application/vnd.databricks.v1+notebook': {'language': 'r'}, 'language_info': {'name': 'python'}} | R",
                "{'application/vnd.databricks.v1+notebook': {}, 'language_info': {'name': 'sql'}} | SQL",
                "{'kernelspec': {'display_name': 'R', 'language': 'R', 'name': 'ir'}}           | R",
                "{'kernelspec': {'name': 'x'}, 'language_info': {'name': 'java'}}               | JAVA",
                "{'language_info': {'name': 'python', 'version': '3.12'}}                       | PYTHON",
                "{}                                                                             | PYTHON",
                "null                                                                           | PYTHON"
            })
    void findsTheLanguageInTheMetadata(String metadata, NotebookLanguage language) {
        assertThat(JupyterNotebooks.withMetadata(metadata).language()).isEqualTo(language);
        assertThat(JupyterNotebooks.withMetadata(metadata).cells())
                .extracting(Cell::language)
                .containsExactly(language.magic());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "['a\\n', 'b']      | a<br>b",
                "'a\\nb'            | a<br>b",
                "['a\\r\\n', 'b']   | a<br>b",
                "['a', 'b\\nc', ''] | ab<br>c",
                "['a\\n']           | a<br>",
                "[]                 | ~~",
                "''                 | ~~",
                "['\\ud83d\\ude00/\\/\\tx'] | \uD83D\uDE00//\tx"
            })
    void joinsTheSource(String source, String text) {
        assertThat(JupyterNotebooks.withSource(source.replace('\'', '"')).cells())
                .extracting(Cell::text)
                .containsExactly(text.replace("<br>", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "%sql SELECT 1            | sql            | SELECT 1",
                "%sql\\nSELECT 1          | sql            | <br>SELECT 1",
                "\\n \\n%scala x          | scala          | x",
                "%py x                    | python         | x",
                "%md # a                  | md             | # a",
                "%run ./b $a=1            | run            | ./b $a=1",
                "%fs ls /                 | fs             | ls /",
                "%sh\\nls                 | sh             | <br>ls",
                "%pip install a           | pip            | install a",
                "%pip install a\\nimport a | python        | %pip install a<br>import a",
                "%%bash\\nls              | python         | %%bash<br>ls",
                "!ls                      | python         | !ls",
                "%restart_python          | restart_python | ~~",
                "%unheard-of x            | unheard-of     | x"
            })
    void readsMagics(String source, String language, String text) {
        assertThat(JupyterNotebooks.withSource("\"" + source + "\"").cells())
                .extracting(Cell::language, Cell::text)
                .containsExactly(tuple(language, text.replace("<br>", "\n")));
    }

    @Test
    void findsTheDefaultsOfWidgetsInTheMetadata() {
        Notebook notebook = JupyterNotebooks.withMetadata("""
                {'application/vnd.databricks.v1+notebook': {'widgets': {
                 'a': {'currentValue': '1', 'widgetInfo': {'defaultValue': '2'}, 'typedWidgetInfo': {'defaultValue': '3'}},
                 'b': {'typedWidgetInfo': {'defaultValue': '3'}},
                 'c': {'currentValue': 'x', 'widgetInfo': {'defaultValue': null}}, 'd': null}}}""");

        assertThat(notebook.widgets())
                .containsExactly(Map.entry("a", "2"), Map.entry("b", "3"), Map.entry("c", ""), Map.entry("d", ""));
        assertThat(JupyterNotebooks.withMetadata("{'application/vnd.databricks.v1+notebook': {'widgets': []}}")
                        .widgets())
                .isEmpty();
    }

    @Test
    void keepsRawCells() {
        assertThat(JupyterNotebooks.withCells("[{'cell_type': 'raw', 'source': '%sql x'}]")
                        .cells())
                .extracting(Cell::language, Cell::text)
                .containsExactly(tuple("raw", "%sql x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}",
                "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"a\\u00e9\\/b\",\"outputs\":[{\"data\":NaN}]}],\"nbformat\":4}\n\n",
                "\uFEFF{\r\n\t\"nbformat\": 4,\r\n\t\"unknown\": [1e400, -0.0, {\"a\": 1, \"a\": 2}],\r\n\t\"cells\": [\r\n]}\r\n"
            })
    void writesWhatItRead(String text) {
        assertThat(Notebooks.write(Notebooks.read("a.ipynb", text))).isEqualTo(text);
    }

    @Test
    void writesAnExportOfDatabricksAsItWas() {
        assertThat(Notebooks.write(Notebooks.read("a.ipynb", JupyterNotebooks.DATABRICKS)))
                .isEqualTo(JupyterNotebooks.DATABRICKS);
    }

    @Test
    void takesEveryJupyterFileForANotebook(@TempDir Path folder) throws Exception {
        assertThat(NotebookReader.isNotebook(Files.writeString(folder.resolve("a.ipynb"), "broken")))
                .isTrue();
    }
}
