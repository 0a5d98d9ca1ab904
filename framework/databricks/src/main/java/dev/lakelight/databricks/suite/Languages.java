package dev.lakelight.databricks.suite;

/**
 * Languages of notebooks that only some workspaces run.
 *
 * @param python whether there is Python
 * @param java whether notebooks in Java are run, which no workspace of Databricks does
 */
public record Languages(boolean python, boolean java) {}
