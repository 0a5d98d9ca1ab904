package dev.lakelight.databricks;

import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.FoundTask;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what a run has taken, by cluster: the time of all tasks, which may have run side by side. */
final class Costs {

    private Costs() {}

    static List<String> of(FoundRun run) {
        Map<String, List<FoundTask>> clusters = run.tasks().values().stream()
                .filter(task -> !task.duration().isZero())
                .collect(Collectors.groupingBy(FoundTask::clusterId, TreeMap::new, Collectors.toList()));
        return clusters.entrySet().stream()
                .map(cluster -> line(cluster.getKey(), cluster.getValue()))
                .toList();
    }

    private static String line(String cluster, List<FoundTask> tasks) {
        long seconds =
                tasks.stream().mapToLong(task -> task.duration().toSeconds()).sum();
        return "      %s: %d tasks, %d s in all"
                .formatted(cluster.isEmpty() ? "serverless" : "cluster " + cluster, tasks.size(), seconds);
    }
}
