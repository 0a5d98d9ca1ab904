package dev.lakelight.dbutils;

import dev.lakelight.path.Mount;

/**
 * A mount point.
 *
 * @param mountPoint folder of DBFS, such as {@code /mnt/raw}
 * @param source what is mounted there, as the notebook wrote it
 * @param encryptionType as the notebook wrote it; mostly empty
 */
public record MountInfo(String mountPoint, String source, String encryptionType) {

    static MountInfo of(Mount mount) {
        return new MountInfo(mount.point(), mount.source(), mount.encryptionType());
    }

    /** Return it as Databricks prints it. */
    @Override
    public String toString() {
        return "MountInfo(%s, %s, %s)".formatted(mountPoint, source, encryptionType);
    }
}
