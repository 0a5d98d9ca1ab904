package dev.lakelight.job.run;

import dev.lakelight.job.Dependency;
import dev.lakelight.job.Job;
import dev.lakelight.job.Task;
import dev.lakelight.result.RunState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a run of a job is: a state machine that is told which tasks have ended and says which are next. Has no threads. */
final class JobProgress {

    private final Job job;
    private final Map<String, Settled> settled = new LinkedHashMap<>();
    private final Set<String> started = new HashSet<>();

    JobProgress(Job job) {
        this.job = job;
    }

    /** Return the tasks that can be started now, each once; settle those that are not to be run. */
    List<Task> next() {
        List<Task> next = new ArrayList<>();
        int before;

        do {
            before = settled.size();
            job.tasks().stream().filter(this::isOpen).forEach(task -> decide(task, next));
        } while (settled.size() > before);

        return next;
    }

    private boolean isOpen(Task task) {
        return !settled.containsKey(task.key())
                && !started.contains(task.key())
                && RunIfRules.isDecidable(task, settled);
    }

    private void decide(Task task, List<Task> next) {
        RunIfRules.stateWithoutRun(task, settled)
                .ifPresentOrElse(state -> settled.put(task.key(), Settled.as(state)), () -> {
                    started.add(task.key());
                    next.add(task);
                });
    }

    /** Take note that a task has ended. */
    void finish(String task, Settled end) {
        settled.put(task, end);
    }

    /** Take note that nothing more is to be run. */
    void cancel() {
        job.tasks().forEach(task -> settled.putIfAbsent(task.key(), Settled.as(RunState.CANCELED)));
    }

    boolean isDone() {
        return settled.size() == job.tasks().size();
    }

    /** Return what has ended so far, by key. */
    Map<String, Settled> settled() {
        return Collections.unmodifiableMap(settled);
    }

    /**
     * Return how the job ended: its last tasks, on which nothing depends, decide. Tasks that were left out count as successful.
     */
    RunState result() {
        Set<String> needed = job.tasks().stream()
                .flatMap(task -> task.dependsOn().stream())
                .map(Dependency::task)
                .collect(Collectors.toSet());
        boolean lastFailed = settled.entrySet().stream()
                .anyMatch(entry -> !needed.contains(entry.getKey())
                        && entry.getValue().state().failed());

        if (lastFailed) {
            return RunState.FAILED;
        }

        boolean anyFailed =
                settled.values().stream().anyMatch(end -> end.state().failed());
        return anyFailed ? RunState.SUCCESS_WITH_FAILURES : RunState.SUCCESS;
    }
}
