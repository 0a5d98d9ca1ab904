package dev.lakelight.dbutils;

/**
 * Which run it is.
 *
 * @param id of the run, unique in this JVM
 * @param rootId of the run that called it, or the one that called that one; its own when nobody did
 * @param notebookPath from the project's folder, without extension, beginning with a slash
 * @param clusterId id of Spark's application
 * @param task of a job that the run belongs to
 */
public record RunIdentity(long id, long rootId, String notebookPath, String clusterId, TaskValueScope task) {}
