package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each statement on the source format that was measured on real notebooks. */
class SourceFormatTest {

    /** A file without its header line, {@code #} for the comment of the language, and the cells it has: language and text. */
    record Row(String statement, NotebookLanguage language, String file, List<List<String>> cells) {

        @Override
        public String toString() {
            return statement;
        }

        static Row of(String statement, NotebookLanguage language, String file, String... cells) {
            List<List<String>> expected =
                    Stream.of(cells).map(cell -> List.of(cell.split(": ?", 2))).toList();
            return new Row(statement, language, file, expected);
        }
    }

    static Stream<Row> statements() {
        return Stream.of(
                Row.of(
                        "a separator has one blank line on each side",
                        NotebookLanguage.SCALA,
                        "\n\nval a = 1\n\n# COMMAND ----------\n\nval b = 2\n",
                        "scala:\nval a = 1",
                        "scala:val b = 2"),
                Row.of(
                        "a separator has ten dashes",
                        NotebookLanguage.R,
                        "\na\n# COMMAND ---------\nb\n# COMMAND -----------\nc",
                        "r:a\n# COMMAND ---------\nb\n# COMMAND -----------\nc"),
                Row.of(
                        "a header of 2016 says when it was exported",
                        NotebookLanguage.SQL,
                        " exported at Tue, 5 Jul 2016 10:11:12 UTC\nSELECT 1",
                        "sql:SELECT 1"),
                Row.of(
                        "lines end as on Windows",
                        NotebookLanguage.SQL,
                        "\r\n# MAGIC %md\r\n# MAGIC a\r\n\r\n# COMMAND ----------\r\n\r\nSELECT 1\r\n",
                        "md:\na",
                        "sql:SELECT 1"),
                Row.of("a title is shown", NotebookLanguage.SQL, "\n# DBTITLE 1,Title\nSELECT 1", "sql:SELECT 1"),
                Row.of(
                        "a title before a magic",
                        NotebookLanguage.PYTHON,
                        "\n# DBTITLE 1,Title\n# MAGIC %sql\n# MAGIC SELECT 1",
                        "sql:\nSELECT 1"),
                Row.of(
                        "an empty line of another language is a mark alone",
                        NotebookLanguage.PYTHON,
                        "\n# MAGIC %sql SELECT 1,\n# MAGIC\n# MAGIC 2",
                        "sql:SELECT 1,\n\n2"),
                Row.of(
                        "%pip stands in a Python notebook as it is",
                        NotebookLanguage.PYTHON,
                        "\n%pip install a\n\n# COMMAND ----------\n\n  \n%restart_python\n",
                        "pip:install a",
                        "restart_python:"),
                Row.of(
                        "%pip goes on behind a backslash",
                        NotebookLanguage.PYTHON,
                        "\n%pip install a \\\n  b\n# a comment\n\n%pip install c",
                        "pip:install a \\\n  b\n# a comment\n\n%pip install c"),
                Row.of(
                        "%pip before Python",
                        NotebookLanguage.PYTHON, "\n%pip install a\nimport a", "python:%pip install a\nimport a"),
                Row.of(
                        "%pip with marks before Python",
                        NotebookLanguage.PYTHON,
                        "\n# MAGIC %pip install a\n# MAGIC dbutils.library.restartPython()",
                        "python:%pip install a\ndbutils.library.restartPython()"),
                Row.of(
                        "%pip before Python in a notebook of another language",
                        NotebookLanguage.SCALA,
                        "\n# MAGIC %pip install a\n# MAGIC import a",
                        "python:%pip install a\nimport a"),
                Row.of(
                        "a command of the kernel stands in Python code",
                        NotebookLanguage.PYTHON,
                        "\n!ls\n# COMMAND ----------\nx = 1\n%pwd\n# COMMAND ----------\n# MAGIC !ls\n# COMMAND ----------\n"
                                + "# MAGIC %%time\n# MAGIC f()",
                        "python:!ls",
                        "python:x = 1\n%pwd",
                        "python:!ls",
                        "python:%%time\nf()"),
                Row.of(
                        "%sql stands in a Python notebook as it is",
                        NotebookLanguage.PYTHON,
                        "\n%sql\nSELECT 1\n# COMMAND ----------\n%md # a\n# COMMAND ----------\n%run ./a",
                        "sql:\nSELECT 1",
                        "md:# a",
                        "run:./a"),
                Row.of(
                        "no magic without marks in other languages",
                        NotebookLanguage.SCALA,
                        "\n%sql SELECT 1",
                        "scala:%sql SELECT 1"),
                Row.of(
                        "marks without a magic are comments",
                        NotebookLanguage.SQL,
                        "\n# MAGIC none\n# MAGIC !ls\nSELECT 1",
                        "sql:-- MAGIC none\n-- MAGIC !ls\nSELECT 1"),
                Row.of(
                        "%run takes arguments",
                        NotebookLanguage.PYTHON,
                        "\n# MAGIC %run \"./a b\" $x=1 $y=\"v w\" $z=$x",
                        "run:\"./a b\" $x=1 $y=\"v w\" $z=$x"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsAndWrites(Row row) {
        String text = row.language.header() + row.file.replaceAll("(?m)^#(?= (COMMAND|MAGIC|DBTITLE))", mark(row));
        Notebook notebook = Notebooks.read("a." + row.language.extension(), text);
        Notebook marked = Notebooks.read("a." + row.language.extension(), "\uFEFF" + text);

        assertThat(notebook.cells())
                .extracting(cell -> List.of(cell.language(), cell.text()))
                .containsExactlyElementsOf(row.cells);
        assertThat(Notebooks.write(notebook)).isEqualTo(text);
        assertThat(marked).isEqualTo(notebook);
        assertThat(Notebooks.write(marked)).isEqualTo("\uFEFF" + text);
    }

    private static String mark(Row row) {
        return row.language.separator().split(" ", 2)[0];
    }

    @ParameterizedTest
    @CsvSource({
        "sql, sql",
        "SQL, sql",
        "python, python",
        "py, python",
        "scala, scala",
        "r, r",
        "java, java",
        "md, md",
        "md-sandbox, md-sandbox",
        "run, run",
        "fs, fs",
        "sh, sh",
        "pip, pip",
        "restart_python, restart_python",
        "skip, skip",
        "load_ext, load_ext",
        "unheard-of, unheard-of"
    })
    void namesTheMagicsOfAllCells(String magic, String language) {
        assertThat(Stream.of(NotebookLanguage.values()))
                .allSatisfy(own -> assertThat(
                                ofMarkedCell(own, "%" + magic + " a b").language())
                        .isEqualTo(language))
                .allSatisfy(own -> assertThat(
                                ofMarkedCell(own, "%" + magic + " a b").text())
                        .isEqualTo("a b"));
        assertThat(ofMarkedCell(NotebookLanguage.SQL, "%" + magic).text()).isEmpty();
    }

    private static Cell ofMarkedCell(NotebookLanguage language, String line) {
        String text = language.header() + "\n" + language.magicPrefix() + " " + line;
        return Notebooks.read("a." + language.extension(), text).cells().get(0);
    }
}
