package dev.lakelight.dbutils;

/**
 * What {@code dbutils} of all runs on a lake share.
 *
 * @param paths file systems of the session
 * @param mounts of the lake
 * @param secrets that runs can read
 */
public record LakeParts(DbfsPaths paths, Mounts mounts, Secrets secrets) {}
