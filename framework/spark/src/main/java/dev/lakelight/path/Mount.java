package dev.lakelight.path;

import static java.util.Objects.requireNonNull;

/**
 * Storage that is seen at a folder of DBFS, too.
 *
 * @param point folder of DBFS, such as {@code /mnt/raw}
 * @param source the storage, such as {@code s3a://acme/raw}
 * @param encryptionType as the notebook wrote it; mostly empty
 */
public record Mount(String point, String source, String encryptionType) {

    public Mount {
        requireNonNull(point, "point");
        requireNonNull(source, "source");
        requireNonNull(encryptionType, "encryptionType");
    }

    boolean covers(String path) {
        return path.equals(point) || path.startsWith(point + "/");
    }

    /** Return where a path that it covers leads to. */
    String sourceOf(String path) {
        return source.replaceFirst("/+$", "") + path.substring(point.length());
    }
}
