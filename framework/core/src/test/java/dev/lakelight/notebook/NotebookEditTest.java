package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookEditTest {

    private static String edit(String file, String text, int cell, String next) {
        Notebook notebook = Notebooks.read(file, text);
        Notebook changed = notebook.withText(notebook.cells().get(cell - 1), next);
        assertThat(changed.cells().get(cell - 1).text()).isEqualTo(next);
        return Notebooks.write(changed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~\nSELECT 1\n~                                   | ~\nA\nB\n~",
                "~\n\nSELECT 1~                                   | ~\nA\nB~",
                "~\r\nSELECT 1\r\n\r\n-- COMMAND ----------~      | ~\r\nA\r\nB\r\n\r\n-- COMMAND ----------~",
                "~\n-- DBTITLE 1,T\nSELECT 1\n~                   | ~\n-- DBTITLE 1,T\nA\nB\n~",
                "~\n-- DBTITLE 1,T\n\n-- COMMAND ----------\n~    | ~\n-- DBTITLE 1,T\nA\nB\n\n-- COMMAND ----------\n~",
                "~\n\n-- MAGIC %md SELECT 1\n~                    | ~\n\n-- MAGIC %md A\n-- MAGIC B\n~",
                "~\n-- MAGIC %md~                                 | ~\n-- MAGIC %md A\n-- MAGIC B~",
                "~\n-- MAGIC %sql\n--MAGIC x\n-- MAGIC y\n~       | ~\n-- MAGIC %sql A\n-- MAGIC B\n~",
                "~\n-- COMMAND ----------\nSELECT 2~              | ~\nA\nB\n\n-- COMMAND ----------\nSELECT 2~"
            })
    void replacesTheTextOfASourceCell(String before, String after) {
        String header = NotebookLanguage.SQL.header();

        assertThat(edit("a.sql", header + before, 1, "A\nB")).isEqualTo(header + after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~\n-- COMMAND ----------~     | ~\n-- COMMAND ----------\n\nA\nB~",
                "~\n-- COMMAND ----------\n\n-- COMMAND ----------\n~ | ~\n-- COMMAND ----------\n\nA\nB\n\n-- COMMAND ----------\n~",
                "~\n-- COMMAND ----------\n-- COMMAND ----------\n~ | ~\n-- COMMAND ----------\n\nA\nB\n\n-- COMMAND ----------\n~"
            })
    void fillsASecondCellThatHasNoLines(String before, String after) {
        String header = NotebookLanguage.SQL.header();

        assertThat(edit("a.sql", header + before, 2, "A\nB")).isEqualTo(header + after);
    }

    @Test
    void keepsWhatPythonCouldMistake() {
        assertThat(edit("a.py", "# Databricks notebook source\nx", 1, "%md\nx"))
                .isEqualTo("# Databricks notebook source\n# MAGIC %python %md\n# MAGIC x");
    }

    @Test
    void keepsTheMarksOfAFileWithoutHeader() {
        Notebook notebook =
                NotebookReader.read("\uFEFFSELECT 1\n".getBytes(StandardCharsets.UTF_8), "a", NotebookLanguage.SQL);

        assertThat(Notebooks.write(notebook.withText(notebook.cells().get(0), "A")))
                .isEqualTo("\uFEFFA\n");
    }

    @Test
    void refusesTextThatWouldBeAnotherCell() {
        Notebook notebook = Notebooks.read("a.sql", "-- Databricks notebook source\nSELECT 1");

        assertThatThrownBy(() -> notebook.withText(notebook.cells().get(0), "A\n-- COMMAND ----------"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACellOfAnotherNotebook() {
        Notebook notebook = Notebooks.read("a.sql", "-- Databricks notebook source\nSELECT 1");
        Notebook other = Notebooks.read("b.sql", "-- Databricks notebook source\nSELECT 2");

        assertThatThrownBy(() -> notebook.withText(other.cells().get(0), "A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.sql has no cell 1 (sql, line 2): SELECT 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'x'                        | 'A\\nB'",
                "['x']                      | ['A\\n', 'B']",
                "['x','y']                  | ['A\\n','B']",
                "['%sql\\n', 'x']           | ['%sql A\\n', 'B']",
                "['\\n', '%sql x']          | ['\\n', '%sql A\\n', 'B']",
                "'%sql\\r\\nx'              | '%sql A\\nB'",
                "[]                         | ['A\\n', 'B']",
                "['x\\ny']                 | ['A\\nB']",
                "~[\n    'x'\n   ]~         | ~[\n    'A\\n',\n    'B'\n   ]~"
            })
    void replacesTheSourceOfAJupyterCell(String before, String after) {
        assertThat(edit("a.ipynb", jupyter(before), 2, "A\nB")).isEqualTo(jupyter(after));
    }

    /** With a cell before and one behind, outputs, and keys that are not ours. */
    private static String jupyter(String source) {
        return """
                {"x": [1,  2], "cells": [{"cell_type": "markdown", "source": "é"},
                 {"outputs": [ {"data": 1e3} ], "cell_type": "code", "source": %s, "id": "\\u0061"}, {"cell_type":"raw","source":[]}],
                 "nbformat_minor": 5, "nbformat": 4, "metadata": {"y": {}}}
                """.formatted(source.replace('\'', '"'));
    }

    @Test
    void indentsTheLinesOfAnEmptySourceAsTheFileIsIndented() {
        String file = """
                {
                  "cells": [
                    {
                      "cell_type": "markdown",
                      "source": []
                    }
                  ],
                  "nbformat": 4
                }
                """;

        assertThat(edit("a.ipynb", file, 1, "A\nB"))
                .isEqualTo(file.replace("[]", "[\n        \"A\\n\",\n        \"B\"\n      ]"));
    }

    @Test
    void escapesCharactersAsTheFileDoes() {
        String file = "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\\u00e9\"}],\"nbformat\":4}";

        assertThat(edit("a.ipynb", file, 1, "é\uD83D\uDE00"))
                .isEqualTo(file.replace("\\u00e9", "\\u00E9\\uD83D\\uDE00"));
        assertThat(edit("a.ipynb", file.replace("\\u00e9", "è"), 1, "é")).isEqualTo(file.replace("\\u00e9", "é"));
    }
}
