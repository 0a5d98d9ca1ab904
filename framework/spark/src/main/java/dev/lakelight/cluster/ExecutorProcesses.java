package dev.lakelight.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.spark.util.ShutdownHookManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The executor processes of one cluster: starts them, notices those that end, and ends them. Thread-safe. */
final class ExecutorProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);

    private static final Duration GRACE = Duration.ofSeconds(5);

    private enum Phase {
        /** One that ends makes the start fail. */
        STARTING,
        /** One that ends is replaced, as a cluster manager would. */
        SERVING,
        /** All are told to end. */
        ENDING
    }

    private final ExecutorCommand command;
    private final Consumer<LostExecutor> onLost;
    private final Map<String, ExecutorProcess> running = new LinkedHashMap<>();
    private final List<LostExecutor> lost = new CopyOnWriteArrayList<>();
    private final Set<String> registered = new HashSet<>();
    private Phase phase = Phase.STARTING;
    private int failedStarts;
    private int lastId;

    ExecutorProcesses(ExecutorCommand command, Consumer<LostExecutor> onLost) {
        this.command = command;
        this.onLost = onLost;
    }

    synchronized void startAll() {
        for (int i = 0; i < command.spec().executors(); i++) {
            startOne();
        }
    }

    /** From now on those that are lost are replaced. */
    synchronized void serve() {
        phase = Phase.SERVING;
    }

    /** One can start, so that those before it did not fail for a reason that stays. */
    synchronized void registered(String id) {
        registered.add(id);
        failedStarts = 0;
    }

    /** Start one in place of one that was lost, unless none can start. */
    synchronized void replaceOne() {
        if (!isGivenUp() && phase == Phase.SERVING) {
            startOne();
        }
    }

    /** Return why there is no executor, and never will be one. */
    synchronized Optional<String> whyThereIsNone() {
        return isGivenUp() && running.isEmpty()
                ? Optional.of(ClusterErrors.noExecutorLeft(command.spec(), failedStarts, lost.get(lost.size() - 1)))
                : Optional.empty();
    }

    private boolean isGivenUp() {
        int most = command.mostFailedStarts();
        return most >= 0 && failedStarts >= most;
    }

    List<LostExecutor> lost() {
        return List.copyOf(lost);
    }

    /** Return the first of those that run whose id is not among these; empty when all are. */
    synchronized Optional<ExecutorProcess> firstMissing(Set<String> registered) {
        return running.values().stream()
                .filter(executor -> !registered.contains(executor.id()))
                .findFirst();
    }

    synchronized List<Long> pids() {
        return running.values().stream().map(executor -> executor.jvm().pid()).toList();
    }

    synchronized void expectEnd() {
        phase = Phase.ENDING;
    }

    /** End all, at the same time: Spark has told them to, those that do not are killed. */
    void end() {
        List<ExecutorProcess> ending;
        synchronized (this) {
            phase = Phase.ENDING;
            ending = new ArrayList<>(running.values());
            running.clear();
        }
        ending.parallelStream().forEach(executor -> executor.jvm().destroy(GRACE));
    }

    private void startOne() {
        ExecutorProcess executor = command.start(++lastId);
        running.put(executor.id(), executor);
        CompletableFuture<Void> unused = executor.jvm().onExit().thenAccept(code -> ended(executor, code));
    }

    private void ended(ExecutorProcess executor, int code) {
        takeLoss(executor, code).ifPresent(loss -> {
            LOG.warn("Lost executor {} (process {}): exit code {}; see {}", loss.id(), loss.pid(), code, loss.log());
            onLost.accept(loss);
        });
    }

    private synchronized Optional<LostExecutor> takeLoss(ExecutorProcess executor, int code) {
        boolean wasRunning = running.remove(executor.id()) != null;
        if (phase == Phase.ENDING || !wasRunning || ShutdownHookManager.inShutdown()) {
            return Optional.empty();
        }

        if (!registered.remove(executor.id())) {
            failedStarts++;
        }

        LostExecutor loss = executor.lost(code);
        lost.add(loss);
        return Optional.of(loss);
    }
}
