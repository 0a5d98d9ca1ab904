package dev.lakelight.report;

import dev.lakelight.result.TaskRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts tasks into layers: each stands right of all that it depends on. Within its layer a task stands near the middle of those,
 * as Sugiyama's method does with one sweep; ties keep the order of the job file.
 */
final class TaskLayers {

    private final Map<String, TaskRun> tasks = new LinkedHashMap<>();
    private final Map<String, Integer> layers = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    private TaskLayers(List<TaskRun> all) {
        all.forEach(task -> tasks.put(task.key(), task));
    }

    static TaskLayers of(List<TaskRun> tasks) {
        TaskLayers layers = new TaskLayers(tasks);
        layers.place();
        return layers;
    }

    int layer(String task) {
        return layers.getOrDefault(task, 0);
    }

    int row(String task) {
        return rows.getOrDefault(task, 0);
    }

    int columns() {
        return layers.values().stream().mapToInt(layer -> layer + 1).max().orElse(0);
    }

    int rows() {
        return rows.values().stream().mapToInt(row -> row + 1).max().orElse(0);
    }

    boolean has(String task) {
        return tasks.containsKey(task);
    }

    private void place() {
        tasks.keySet().forEach(task -> depth(task, new HashSet<>()));
        Map<Integer, List<String>> byLayer = new TreeMap<>();
        tasks.keySet()
                .forEach(task -> byLayer.computeIfAbsent(layer(task), layer -> new ArrayList<>())
                        .add(task));
        byLayer.values().forEach(this::order);
    }

    /** What comes from a log may be anything, circles included. */
    private int depth(String task, Set<String> above) {
        TaskRun run = tasks.get(task);

        if (run == null || !above.add(task)) {
            return -1;
        }

        Integer known = layers.get(task);
        int depth = known != null
                ? known
                : 1
                        + run.dependsOn().stream()
                                .mapToInt(edge -> depth(edge.task(), above))
                                .max()
                                .orElse(-1);
        above.remove(task);
        layers.put(task, depth);
        return depth;
    }

    private void order(List<String> layer) {
        List<String> ordered =
                layer.stream().sorted(Comparator.comparingDouble(this::middle)).toList();
        ordered.forEach(task -> rows.put(task, ordered.indexOf(task)));
    }

    private double middle(String task) {
        TaskRun run = tasks.get(task);
        return run == null
                ? 0
                : run.dependsOn().stream()
                        .mapToInt(edge -> row(edge.task()))
                        .average()
                        .orElse(0);
    }
}
