package dev.lakelight.path;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which paths lead into a lake, and into which of its folders. */
final class LakeScheme {

    static final String DBFS = "dbfs";

    /** Of each scheme of cloud storage, the folder of its buckets and containers. Some are other names for the same storage. */
    private static final Map<String, String> CLOUD = Map.of(
            "s3", "s3",
            "s3a", "s3",
            "s3n", "s3",
            "abfss", "abfss",
            "abfs", "abfss",
            "wasbs", "wasbs",
            "wasb", "wasbs",
            "gs", "gs",
            "adl", "adl");

    /** Folders of DBFS that notebooks name without a scheme. */
    private static final Set<String> ROOTS = Set.of("mnt", "Volumes", "FileStore", "databricks-datasets", DBFS);

    private LakeScheme() {}

    /** Return the folder of a cloud's storage. */
    static Optional<String> cloudFolder(String scheme) {
        return Optional.ofNullable(CLOUD.get(scheme));
    }

    /** Return whether a path without scheme is one of DBFS by its first folder. */
    static boolean isRoot(String path) {
        return isBelow(path, ROOTS);
    }

    /** Return whether the first folder of an absolute path is one of these. */
    static boolean isBelow(String path, Set<String> folders) {
        return path.startsWith("/") && folders.contains(path.substring(1).split("/", 2)[0]);
    }

    /** Return what paths into a lake begin with, sorted. */
    static List<String> beginnings() {
        Stream<String> schemes = CLOUD.keySet().stream().map(scheme -> scheme + "://");
        Stream<String> roots = ROOTS.stream().map(root -> "/" + root);
        return Stream.of(schemes, roots, Stream.of(DBFS + ":/"))
                .flatMap(each -> each)
                .sorted()
                .toList();
    }
}
