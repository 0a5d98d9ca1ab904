package dev.lakelight.job.run;

import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.TaskRun;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Numbers the tasks of a run that nobody watches: each has one number, unique in this JVM, for all its attempts. */
final class OwnIds implements RunWatcher {

    private static final AtomicLong LAST_ID = new AtomicLong();

    private final ConcurrentMap<String, Long> ids = new ConcurrentHashMap<>();

    static long next() {
        return LAST_ID.incrementAndGet();
    }

    @Override
    public long idOf(String label) {
        return ids.computeIfAbsent(label, key -> next());
    }

    @Override
    public long begins(String label, int attempt) {
        return idOf(label);
    }

    @Override
    public void waitsForRetry(String label, int attempt) {}

    @Override
    public void ends(String label, AttemptRun attempt, @Nullable String value) {}

    @Override
    public void settles(TaskRun task) {}
}
