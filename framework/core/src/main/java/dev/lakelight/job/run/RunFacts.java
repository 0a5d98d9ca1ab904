package dev.lakelight.job.run;

import dev.lakelight.job.Job;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What is known of a job run from its start.
 *
 * @param job that is run
 * @param about what was known before
 * @param startedAt when it began
 * @param watcher numbers its tasks
 * @param taskIds run ids of the last attempts at tasks, by label
 */
record RunFacts(
        Job job, RunOrder.About about, Instant startedAt, RunWatcher watcher, ConcurrentMap<String, Long> taskIds) {

    static RunFacts of(Job job, Instant startedAt, RunOrder.About about, RunWatcher watcher) {
        return new RunFacts(job, about, startedAt, watcher, new ConcurrentHashMap<>());
    }

    /** Take note that an attempt begins, and return its run id. */
    long begin(String label, int attempt) {
        long id = watcher.begins(label, attempt);
        taskIds.put(label, id);
        return id;
    }

    /** Return the run id of the last attempt at a task; that of an iteration is told by its label. */
    long taskRunId(String label) {
        return taskIds.computeIfAbsent(label, watcher::idOf);
    }
}
