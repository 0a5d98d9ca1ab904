package dev.lakelight.notebook;

/** Jupyter notebooks for tests. */
final class JupyterNotebooks {

    /** As Databricks exports it: keys in order, an indentation of one, its own metadata. */
    static final String DATABRICKS = """
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

    private JupyterNotebooks() {}

    static Notebook withMetadata(String metadata) {
        return Notebooks.read(
                "a.ipynb",
                "{'cells': [{'cell_type': 'code', 'source': 'x'}], 'metadata': %s, 'nbformat': 4}"
                        .formatted(metadata)
                        .replace('\'', '"'));
    }

    static Notebook withCells(String cells) {
        return Notebooks.read(
                "a.ipynb", "{'nbformat': 4, 'cells': %s}".formatted(cells).replace('\'', '"'));
    }

    static Notebook withSource(String source) {
        return Notebooks.read(
                "a.ipynb", "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": " + source + "}]}");
    }
}
