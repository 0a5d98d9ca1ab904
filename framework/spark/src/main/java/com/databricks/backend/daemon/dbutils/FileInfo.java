package com.databricks.backend.daemon.dbutils;

/**
 * A file or folder as {@code dbutils.fs.ls} lists it. Notebooks know it by this name, which is that of Databricks.
 *
 * @param path with its scheme; that of a folder ends with a slash
 * @param name last part of the path; that of a folder ends with a slash
 * @param size in bytes; 0 for a folder
 * @param modificationTime in milliseconds since 1970-01-01 UTC
 */
public record FileInfo(String path, String name, long size, long modificationTime) {

    /** Return whether it is a folder. */
    public boolean isDir() {
        return name.endsWith("/");
    }

    /** Return whether it is a file. */
    public boolean isFile() {
        return !isDir();
    }

    /** Return it as Databricks prints it. */
    @Override
    public String toString() {
        return "FileInfo(%s, %s, %d, %d)".formatted(path, name, size, modificationTime);
    }
}
