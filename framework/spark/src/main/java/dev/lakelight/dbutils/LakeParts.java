package dev.lakelight.dbutils;

import dev.lakelight.path.LakeMounts;

/**
 * What {@code dbutils} of all runs on a lake share.
 *
 * @param paths file systems of the session
 * @param mounts of the lake
 * @param secrets that runs can read
 */
public record LakeParts(DbfsPaths paths, LakeMounts mounts, Secrets secrets) {}
