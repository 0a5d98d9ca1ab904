package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lakelight.result.SourceLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JupyterNotebookTest {

    /** As Databricks exports it: keys in order, an indentation of one, its own metadata. */
    private static final String DATABRICKS = """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "metadata": {
                "application/vnd.databricks.v1+cell": {
                 "cellMetadata": {},
                 "inputWidgets": {},
                 "isMarkdownSandbox": true,
                 "nuid": "0b6b4f2e-2f0e-4a44-9d0d-1f2f3f4f5f6f",
                 "showTitle": false,
                 "tableResultSettingsMap": {},
                 "title": "not shown"
                }
               },
               "source": [
                "# Customers"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": 0,
               "metadata": {
                "application/vnd.databricks.v1+cell": {
                 "cellMetadata": {
                  "byteLimit": 2048000,
                  "rowLimit": 10000
                 },
                 "inputWidgets": {},
                 "nuid": "1b6b4f2e-2f0e-4a44-9d0d-1f2f3f4f5f6f",
                 "showTitle": true,
                 "title": "Latest"
                }
               },
               "outputs": [
                {
                 "data": {
                  "text/plain": [
                   "source"
                  ]
                 },
                 "metadata": {},
                 "output_type": "display_data"
                }
               ],
               "source": [
                "SELECT 'a \\"b\\" \\u00e9', :p\\n",
                "FROM t"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": 0,
               "metadata": {},
               "outputs": [],
               "source": [
                "%python\\n",
                "print(\\"\\\\n\\")"
               ]
              }
             ],
             "metadata": {
              "application/vnd.databricks.v1+notebook": {
               "dashboards": [],
               "language": "sql",
               "notebookMetadata": {
                "pythonIndentUnit": 4
               },
               "notebookName": "customers",
               "widgets": {}
              },
              "language_info": {
               "name": "python"
              }
             },
             "nbformat": 4,
             "nbformat_minor": 0
            }
            """;

    private static Notebook withMetadata(String metadata) {
        return Notebooks.read(
                "a.ipynb",
                "{'cells': [{'cell_type': 'code', 'source': 'x'}], 'metadata': %s, 'nbformat': 4}"
                        .formatted(metadata)
                        .replace('\'', '"'));
    }

    private static Notebook withCells(String cells) {
        return Notebooks.read(
                "a.ipynb", "{'nbformat': 4, 'cells': %s}".formatted(cells).replace('\'', '"'));
    }

    private static Notebook withSource(String source) {
        return Notebooks.read(
                "a.ipynb", "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": " + source + "}]}");
    }

    @Test
    void readsAnExportOfDatabricks() {
        Notebook notebook = Notebooks.read("pipelines/customers.ipynb", DATABRICKS);

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
        Notebook notebook = Notebooks.read("pipelines/customers.ipynb", DATABRICKS);
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
        assertThat(withMetadata(metadata).language()).isEqualTo(language);
        assertThat(withMetadata(metadata).cells()).extracting(Cell::language).containsExactly(language.magic());
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
        assertThat(withSource(source.replace('\'', '"')).cells())
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
        assertThat(withSource("\"" + source + "\"").cells())
                .extracting(Cell::language, Cell::text)
                .containsExactly(tuple(language, text.replace("<br>", "\n")));
    }

    @Test
    void keepsRawCells() {
        assertThat(withCells("[{'cell_type': 'raw', 'source': '%sql x'}]").cells())
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
        assertThat(Notebooks.write(Notebooks.read("a.ipynb", DATABRICKS))).isEqualTo(DATABRICKS);
    }

    @Test
    void takesEveryJupyterFileForANotebook(@TempDir Path folder) throws Exception {
        assertThat(NotebookReader.isNotebook(Files.writeString(folder.resolve("a.ipynb"), "broken")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~[]~            | a.ipynb:1:1 is not a Jupyter notebook: it is a list, not an object.",
                "~{}~            | a.ipynb:1:1 is not a Jupyter notebook: it has no 'nbformat'.",
                "{'nbformat': 4} | a.ipynb:1:1 is not a Jupyter notebook: it has no 'cells'.",
                "{'nbformat': 4, 'cells': {}} | a.ipynb:1:26 is not a Jupyter notebook: its 'cells' are an object, not a list."
            })
    void refusesWhatIsNoNotebook(String text, String message) {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", text.replace('\'', '"')))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(message + " Export the notebook again, or give the file another extension.");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", ""))
                .hasMessage(
                        "a.ipynb:1:1 is not a Jupyter notebook: it is nothing, not an object. Export the notebook again,"
                                + " or give the file another extension.");
    }

    @Test
    void refusesAnotherVersionOfTheFormat() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "{\n \"worksheets\": [],\n \"nbformat\": 3\n}"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage("a.ipynb:3:14 has the nbformat 3, but has to have 4. Run: jupyter nbconvert --to notebook"
                        + " --nbformat 4 --inplace a.ipynb");
    }

    @Test
    void refusesALanguageThatItDoesNotKnow() {
        assertThatThrownBy(() -> withMetadata("{'kernelspec': {'language': 'julia'}}"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(
                        "a.ipynb:1:91 names the language 'julia', but has to name one of python, r, scala, sql, java."
                                + " Correct the metadata.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]                                       | 1:27 | it is 1, not an object",
                "[{'source': ''}]                          | 1:27 | it has no 'cell_type'",
                "[{'cell_type': 'code'}]                   | 1:27 | it has no 'source'",
                "[{'cell_type': 'heading', 'source': ''}]  | 1:41 | its 'cell_type' is 'heading'",
                "[{'cell_type': 'code', 'source': ['', 1]}] | 1:64 | its 'source' has to be a text or a list of texts, but holds 1",
                "[{'cell_type': 'code', 'source': null}]   | 1:59 | its 'source' has to be a text or a list of texts, but holds null"
            })
    void refusesABrokenCell(String cells, String place, String problem) {
        assertThatThrownBy(() -> withCells(cells))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(
                        "a.ipynb:%s (cell 1) is not a cell of a Jupyter notebook: %s. Mend it there, or export the notebook"
                                        .formatted(place, problem)
                                + " again.");
    }

    @Test
    void saysWhereJsonIsCutOff() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "{\n \"cells\": [\n"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(
                        "a.ipynb:3:1 is not JSON: it ends in the middle of a value. Mend it there, where a merge may have"
                                + " left its marks, or export the notebook again.");
    }

    @Test
    void saysWhereSomethingFollowsTheJson() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "{\"nbformat\": 4, \"cells\": []}\n{}"))
                .hasMessage("a.ipynb:2:1 is not JSON: something follows its end. Mend it there, where a merge may have"
                        + " left its marks, or export the notebook again.");
    }

    @Test
    void saysWhereAMergeLeftItsMarks() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "{\n<<<<<<< HEAD\n \"nbformat\": 4\n}"))
                .isInstanceOfSatisfying(
                        NotebookFormatException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageStartingWith("a.ipynb:2:")
                .hasMessageContaining(" is not JSON: Unexpected character ('<' (code 60))");
    }

    @Test
    void refusesJsonThatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> Notebooks.read("a.ipynb", "[".repeat(100_000)))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessageContaining(" is not JSON: ");
    }
}
