package dev.lakelight.cluster;

import dev.lakelight.problem.EnvironmentError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Waits until every executor process has registered with the driver; fails with what the culprit wrote. */
final class RegistrationWait {

    private static final long POLL_MILLIS = 10;

    private final ProcessSchedulerBackend backend;
    private final ClusterSpec spec;
    private final Duration timeout;

    RegistrationWait(ProcessSchedulerBackend backend, ClusterSpec spec, Duration timeout) {
        this.backend = backend;
        this.spec = spec;
        this.timeout = timeout;
    }

    void await() throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<ExecutorProcess> missing = missing();
        while (missing.isPresent()) {
            failWhenLost();
            if (System.nanoTime() > deadline) {
                throw late(missing.get());
            }
            Thread.sleep(POLL_MILLIS);
            missing = missing();
        }
        failWhenLost();
        backend.processes().serve();
    }

    private Optional<ExecutorProcess> missing() {
        List<String> registered = scala.jdk.javaapi.CollectionConverters.asJava(backend.getExecutorIds());
        return backend.processes().firstMissing(Set.copyOf(registered));
    }

    private void failWhenLost() {
        List<LostExecutor> lost = backend.processes().lost();
        if (!lost.isEmpty()) {
            throw ClusterErrors.executorFailed(spec, lost.get(0));
        }
    }

    private EnvironmentError late(ExecutorProcess executor) {
        return ClusterErrors.executorLate(spec, timeout, executor);
    }
}
