package dev.lakelight.databricks.api;

/**
 * A Git folder of a workspace.
 *
 * @param id of it
 * @param path where it is
 * @param head id of the commit that it is at
 */
public record GitFolder(long id, String path, String head) {}
