package dev.lakelight.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code spark.master} is for each kind of cluster. */
final class MasterUrl {

    private static final Pattern PROCESSES = Pattern.compile("lakelight\\[(\\d{1,4}),(\\d{1,4}),(\\d{1,7})]");

    private MasterUrl() {}

    static String of(ClusterSpec spec) {
        return switch (spec.kind()) {
            case EMBEDDED -> "local[" + spec.cores() + "]";
            case PROCESSES -> "lakelight[" + spec.executors() + "," + spec.cores() + "," + spec.memoryMegabytes() + "]";
            case EXTERNAL -> spec.master();
        };
    }

    static boolean isOfProcesses(String url) {
        return PROCESSES.matcher(url).matches();
    }

    static ClusterSpec processes(String url) {
        Matcher numbers = PROCESSES.matcher(url);
        if (!numbers.matches()) {
            throw new IllegalArgumentException(url);
        }
        return ClusterSpec.processes(Integer.parseInt(numbers.group(1)))
                .withCores(Integer.parseInt(numbers.group(2)))
                .withMemoryMegabytes(Integer.parseInt(numbers.group(3)));
    }
}
