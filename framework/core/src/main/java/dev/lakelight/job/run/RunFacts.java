package dev.lakelight.job.run;

import dev.lakelight.job.Job;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is known of a job run from its start.
 *
 * @param job that is run
 * @param runId unique in this JVM
 * @param startedAt when it began
 * @param trigger why, in Databricks' words
 * @param taskIds run ids of tasks, by key; filled as they are asked for
 */
record RunFacts(Job job, long runId, Instant startedAt, String trigger, ConcurrentMap<String, Long> taskIds) {

    private static final AtomicLong LAST_ID = new AtomicLong();

    static RunFacts of(Job job, Instant startedAt, String trigger) {
        return new RunFacts(job, LAST_ID.incrementAndGet(), startedAt, trigger, new ConcurrentHashMap<>());
    }

    /** Return the run id of a task, unique in this JVM; that of an iteration is told by its label. */
    long taskRunId(String label) {
        return taskIds.computeIfAbsent(label, key -> LAST_ID.incrementAndGet());
    }
}
