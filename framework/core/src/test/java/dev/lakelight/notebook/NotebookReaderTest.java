package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.result.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookReaderTest {

    private static final String CUSTOMERS = """
            -- Databricks notebook source
            -- MAGIC %md
            -- MAGIC # Customers
            -- MAGIC
            -- MAGIC keeps the *latest* address

            -- COMMAND ----------

            -- DBTITLE 1,Parameters
            CREATE WIDGET TEXT run_date DEFAULT '2011-12-09';

            CREATE WIDGET TEXT env DEFAULT 'dev'

            -- COMMAND ----------

            -- MAGIC %run ../shared/schema $env="dev"

            -- COMMAND ----------


            SELECT 1
            """;

    private static Notebook read(String file, String text) {
        return NotebookReader.read(text.getBytes(StandardCharsets.UTF_8), file);
    }

    @Test
    void readsCells() {
        Notebook notebook = read("pipelines/customers.sql", CUSTOMERS);

        assertThat(notebook.language()).isEqualTo(NotebookLanguage.SQL);
        assertThat(notebook.cells()).extracting(Cell::number).containsExactly(1, 2, 3, 4);
        assertThat(notebook.cells()).extracting(Cell::language).containsExactly("md", "sql", "run", "sql");
        assertThat(notebook.cells())
                .extracting(Cell::text)
                .containsExactly(
                        "\n# Customers\n\nkeeps the *latest* address",
                        "CREATE WIDGET TEXT run_date DEFAULT '2011-12-09';\n\nCREATE WIDGET TEXT env DEFAULT 'dev'",
                        "../shared/schema $env=\"dev\"",
                        "\nSELECT 1");
        assertThat(notebook.cells().get(1).title()).contains("Parameters");
        assertThat(notebook.cells().get(0).title()).isEmpty();
    }

    @Test
    void knowsWhereCellsAndTheirLinesAre() {
        Notebook notebook = read("pipelines/customers.sql", CUSTOMERS);

        assertThat(notebook.cells()).extracting(Cell::line).containsExactly(3, 10, 16, 21);
        assertThat(notebook.cells().get(1).fileLine(3)).isEqualTo(12);
        assertThat(notebook.cells().get(1).fileLine(99)).isEqualTo(12);
        assertThat(notebook.cells().get(2).fileColumn(1, 1)).isEqualTo(15);
        assertThat(notebook.cells().get(3).fileColumn(2, 3)).isEqualTo(3);
        assertThat(notebook.location(notebook.cells().get(1), 3))
                .isEqualTo(new SourceLocation("pipelines/customers.sql", 12));
    }

    @ParameterizedTest
    @CsvSource({
        "a.sql,   -- Databricks notebook source, SQL",
        "a.py,    # Databricks notebook source, PYTHON",
        "a.R,     # Databricks notebook source, R",
        "a.scala, // Databricks notebook source, SCALA",
        "a.java,  // Databricks notebook source, JAVA"
    })
    void knowsEveryLanguageByExtensionAndHeader(String file, String header, NotebookLanguage language) {
        assertThat(read(file, header + "\n1").language()).isEqualTo(language);
    }

    @Test
    void readsPythonCellsOfOtherLanguages() {
        Notebook notebook = read("etl.py", """
                # Databricks notebook source exported at Tue, 5 Jul 2016 10:11:12 UTC
                print("a")
                # COMMAND ----------
                # MAGIC %sql SELECT 1,
                # MAGIC   2
                # COMMAND ----------
                # DBTITLE 0,hidden
                # MAGIC %py print(1)
                # COMMAND ----------
                # MAGIC %md-sandbox <b>x</b>
                """);

        assertThat(notebook.cells())
                .extracting(Cell::language)
                .containsExactly("python", "sql", "python", "md-sandbox");
        assertThat(notebook.cells())
                .extracting(Cell::text)
                .containsExactly("print(\"a\")", "SELECT 1,\n  2", "print(1)", "<b>x</b>");
        assertThat(notebook.cells().get(2).title()).isEmpty();
        assertThat(notebook.cells().get(1).fileColumn(1, 1)).isEqualTo(14);
        assertThat(notebook.cells().get(1).fileColumn(2, 1)).isEqualTo(9);
    }

    @Test
    void keepsCommentsThatAreNoMagic() {
        Notebook notebook = read("a.sql", "-- Databricks notebook source\n-- MAGIC no magic\nSELECT 1\n-- MAGICIAN\n");

        assertThat(notebook.cells()).extracting(Cell::language).containsExactly("sql");
        assertThat(notebook.cells()).extracting(Cell::text).containsExactly("-- MAGIC no magic\nSELECT 1\n-- MAGICIAN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Databricks notebook source",
                "-- Databricks notebook source\n",
                "-- Databricks notebook source\r\nSELECT 1\r\n\r\n-- COMMAND ----------\r\n\r\nSELECT 2",
                "\uFEFF-- Databricks notebook source exported at noon\n\n\n\nSELECT 1\n",
                "-- Databricks notebook source\n-- COMMAND ----------\n-- COMMAND ---------- \n\n\n-- COMMAND ----------",
                "-- Databricks notebook source\n-- DBTITLE 1,a\n-- COMMAND ----------\n  \n-- DBTITLE 0,b\n-- MAGIC %sql",
                "-- Databricks notebook source\n-- MAGIC %sh\n-- MAGIC\n--MAGIC x\n\nls\t\r\n-- MAGIC \n",
                "-- Databricks notebook source\n-- COMMAND -----------\n\u00e9\uD83D\uDE00\u2028\u0000"
            })
    void writesWhatItRead(String text) {
        assertThat(new String(NotebookWriter.write(read("a.sql", text)), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void doesNotDependOnLineEndings() {
        assertThat(read("a.sql", CUSTOMERS.replace("\n", "\r\n"))).isEqualTo(read("b.sql", CUSTOMERS));
    }

    @Test
    void namesWhatItFoundInPlaceOfTheHeader() {
        assertThatThrownBy(() -> read("pipelines/plain.sql", "SELECT 1\nFROM t"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(
                        "pipelines/plain.sql:1:1 is not a notebook: its first line has to be"
                                + " '-- Databricks notebook source', but is 'SELECT 1'. Add that line, give its language, or use it as a plain file.");
    }

    @Test
    void namesTheByteThatIsNoText() {
        byte[] latin1 = "-- Databricks notebook source\nSELECT 'caf\u00e9'".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> NotebookReader.read(latin1, "pipelines/latin.sql"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage("pipelines/latin.sql:2:12 is not text in UTF-8: a byte there belongs to no character."
                        + " Save the notebook as UTF-8.");
    }

    @Test
    void namesTheExtensionsThatItKnows() {
        assertThatThrownBy(() -> read("pipelines/etl.txt", CUSTOMERS))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage("pipelines/etl.txt cannot be a notebook: its name ends in none of"
                        + " .sql, .py, .scala, .r, .java, .ipynb. Rename it, or name another file.");
    }

    @Test
    void tellsNotebooksFromPlainFiles(@TempDir Path folder) throws IOException {
        assertThat(NotebookReader.isNotebook(file(folder, "a.sql", "-- Databricks notebook source")))
                .isTrue();
        assertThat(NotebookReader.isNotebook(file(folder, "b.sql", "\uFEFF-- Databricks notebook source x")))
                .isTrue();
        assertThat(NotebookReader.isNotebook(file(folder, "c.sql", "SELECT 1"))).isFalse();
        assertThat(NotebookReader.isNotebook(file(folder, "d.sql", ""))).isFalse();
        assertThat(NotebookReader.isNotebook(file(folder, "e.txt", "-- Databricks notebook source")))
                .isFalse();
    }

    private static Path file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
