package dev.lakelight.cluster;

/** What {@code spark.master} is for each kind of cluster. */
final class MasterUrl {

    private MasterUrl() {}

    static String of(ClusterSpec spec) {
        return switch (spec.kind()) {
            case EMBEDDED -> "local[" + spec.cores() + "]";
            case PROCESSES -> "lakelight[" + spec.executors() + "," + spec.cores() + "," + spec.memoryMegabytes() + "]";
            case EXTERNAL -> spec.master();
        };
    }
}
