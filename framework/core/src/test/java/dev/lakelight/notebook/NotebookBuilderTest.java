package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NotebookBuilderTest {

    @Test
    void writesAsDatabricksDoes() {
        Notebook notebook = Notebook.builder(NotebookLanguage.SQL)
                .cell("md", "\n# Title\n\ntext")
                .title("Numbers")
                .cell("SELECT 1;\nSELECT 2")
                .cell("run", "./other")
                .cell("py", "")
                .build("pipelines/new");

        assertThat(notebook.file()).isEqualTo("pipelines/new.sql");
        assertThat(new String(NotebookWriter.write(notebook), StandardCharsets.UTF_8))
                .isEqualTo("""
                        -- Databricks notebook source
                        -- MAGIC %md
                        -- MAGIC # Title
                        -- MAGIC
                        -- MAGIC text

                        -- COMMAND ----------

                        -- DBTITLE 1,Numbers
                        SELECT 1;
                        SELECT 2

                        -- COMMAND ----------

                        -- MAGIC %run ./other

                        -- COMMAND ----------

                        -- MAGIC %python
                        """);
    }

    @Test
    void writesAJupyterNotebookAsDatabricksDoes() {
        Notebook notebook = Notebook.builder(NotebookLanguage.SQL)
                .cell("md", "# Title\n\ntext")
                .title("Numbers")
                .cell("SELECT 1;\nSELECT '\u00e9'")
                .cell("run", "./other")
                .build("pipelines/new.ipynb");

        assertThat(notebook.file()).isEqualTo("pipelines/new.ipynb");
        assertThat(new String(NotebookWriter.write(notebook), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                         "cells": [
                          {
                           "cell_type": "markdown",
                           "metadata": {
                            "application/vnd.databricks.v1+cell": {
                             "cellMetadata": {},
                             "inputWidgets": {},
                             "showTitle": false,
                             "title": ""
                            }
                           },
                           "source": [
                            "# Title\\n",
                            "\\n",
                            "text"
                           ]
                          },
                          {
                           "cell_type": "code",
                           "execution_count": 0,
                           "metadata": {
                            "application/vnd.databricks.v1+cell": {
                             "cellMetadata": {},
                             "inputWidgets": {},
                             "showTitle": true,
                             "title": "Numbers"
                            }
                           },
                           "outputs": [],
                           "source": [
                            "SELECT 1;\\n",
                            "SELECT '\u00e9'"
                           ]
                          },
                          {
                           "cell_type": "code",
                           "execution_count": 0,
                           "metadata": {
                            "application/vnd.databricks.v1+cell": {
                             "cellMetadata": {},
                             "inputWidgets": {},
                             "showTitle": false,
                             "title": ""
                            }
                           },
                           "outputs": [],
                           "source": [
                            "%run ./other"
                           ]
                          }
                         ],
                         "metadata": {
                          "application/vnd.databricks.v1+notebook": {
                           "dashboards": [],
                           "language": "sql",
                           "notebookMetadata": {},
                           "notebookName": "new",
                           "widgets": {}
                          },
                          "language_info": {
                           "name": "sql"
                          }
                         },
                         "nbformat": 4,
                         "nbformat_minor": 0
                        }
                        """);
    }

    @Test
    void writesANotebookWithoutCells() {
        Notebook notebook = Notebook.builder(NotebookLanguage.JAVA).build("empty.java");

        assertThat(new String(NotebookWriter.write(notebook), StandardCharsets.UTF_8))
                .isEqualTo("// Databricks notebook source\n");
        assertThat(notebook.cells()).isEmpty();
    }

    @Test
    void refusesTextThatWouldBeReadAsSomethingElse() {
        NotebookBuilder builder =
                Notebook.builder(NotebookLanguage.SQL).cell("SELECT 1").cell("SELECT 1\n-- COMMAND ----------\n");

        assertThatThrownBy(() -> builder.build("a.sql"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cell 1 cannot be written in this format: its title or a line of its text would be read as"
                        + " another part of the notebook");
    }

    @Test
    void refusesATitleOfTwoLines() {
        NotebookBuilder builder =
                Notebook.builder(NotebookLanguage.SQL).title("a\nb").cell("SELECT 1");

        assertThatThrownBy(() -> builder.build("a.sql")).isInstanceOf(IllegalArgumentException.class);
    }
}
