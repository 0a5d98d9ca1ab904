package dev.lakelight.notebook;

/** What Databricks adds to the metadata of notebooks and cells. */
final class JupyterKeys {

    static final String NOTEBOOK = "application/vnd.databricks.v1+notebook";
    static final String CELL = "application/vnd.databricks.v1+cell";
    static final String SANDBOX = "isMarkdownSandbox";

    private JupyterKeys() {}
}
