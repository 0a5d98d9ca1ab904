package dev.lakelight.job.file;

import dev.lakelight.job.ReferenceNames;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks of a job and their dependencies, which must make sense together. */
final class TaskGraph {

    private final Map<String, ParsedTask> tasks = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();

    void add(ParsedTask task) {
        ParsedTask first = tasks.putIfAbsent(task.task().key(), task);

        if (first != null) {
            task.key()
                    .reject(JobMessages.secondTask(
                            task.task().key(), first.task().source()));
        }
    }

    private Set<String> keys() {
        return tasks.keySet();
    }

    /** Return the place of a task, or of the job's own parameters for null, among the tasks that end before it. */
    ReferenceNames.Tasks before(@Nullable String task) {
        Set<String> before = new HashSet<>();
        addBefore(task, before);
        return new ReferenceNames.Tasks(keys(), before, task);
    }

    private void addBefore(@Nullable String task, Set<String> before) {
        Optional.ofNullable(tasks.get(task)).map(ParsedTask::edges).orElse(List.of()).stream()
                .map(edge -> edge.dependency().task())
                .filter(before::add)
                .forEach(next -> addBefore(next, before));
    }

    List<Task> tasks() {
        return tasks.values().stream().map(ParsedTask::task).toList();
    }

    void check() {
        tasks.values().forEach(task -> task.edges().forEach(edge -> check(task, edge)));
        tasks.keySet().forEach(key -> findCircle(key, new ArrayList<>()));
    }

    private void check(ParsedTask task, ParsedTask.Edge edge) {
        String wanted = edge.dependency().task();
        ParsedTask other = tasks.get(wanted);

        if (other == null) {
            edge.value().reject(JobMessages.unknownDependency(wanted, keys()));
        } else if (wanted.equals(task.task().key())) {
            edge.value().reject(JobMessages.selfDependency(wanted));
        } else if (edge.dependency().outcome() != null && !isCondition(other)) {
            edge.value()
                    .reject(JobMessages.outcomeOfOther(
                            wanted, other.task().action().kind()));
        }
    }

    private static boolean isCondition(ParsedTask task) {
        return task.task().action() instanceof TaskAction.Condition;
    }

    /** Look along the dependencies of a task for one that is on the way already. */
    private void findCircle(String key, List<String> way) {
        ParsedTask task = tasks.get(key);

        if (task == null || done.contains(key)) {
            return;
        }

        way.add(key);
        task.edges().forEach(edge -> follow(edge, way));
        way.remove(way.size() - 1);
        done.add(key);
    }

    private void follow(ParsedTask.Edge edge, List<String> way) {
        String next = edge.dependency().task();
        int start = way.indexOf(next);

        if (start < 0) {
            findCircle(next, way);
        } else if (start < way.size() - 1) {
            List<String> circle = new ArrayList<>(way.subList(start, way.size()));
            circle.add(next);
            edge.value().reject(JobMessages.circle(circle));
        }
    }
}
