package dev.lakelight.cluster;

import dev.lakelight.launch.ForkedJvm;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final int OUTPUT_LINES = 30;
    private static final int MOST_LOSSES = 10;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ExecutorCommand command;
    private final Consumer<LostExecutor> onLost;
    private final Map<Integer, ForkedJvm> running = new LinkedHashMap<>();
    private final List<LostExecutor> lost = new CopyOnWriteArrayList<>();
    private boolean endExpected;
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

    /** Start one in place of one that was lost, as a cluster manager would; false when too many were lost already. */
    synchronized boolean replaceOne() {
        boolean replaceable = lost.size() < MOST_LOSSES;
        if (replaceable && !endExpected) {
            startOne();
        }
        return replaceable;
    }

    List<LostExecutor> lost() {
        return List.copyOf(lost);
    }

    /** Return the first of these executors that is not registered; empty when all are. */
    synchronized Optional<Integer> firstMissing(Set<String> registered) {
        return running.keySet().stream()
                .filter(id -> !registered.contains(String.valueOf(id)))
                .findFirst();
    }

    synchronized String outputOf(int id) {
        ForkedJvm jvm = running.get(id);
        return jvm == null ? "" : jvm.outputTail(OUTPUT_LINES);
    }

    synchronized List<Long> pids() {
        return running.values().stream().map(ForkedJvm::pid).toList();
    }

    synchronized void expectEnd() {
        endExpected = true;
    }

    /** End all, at the same time: Spark has told them to, those that do not are killed. */
    void end() {
        List<ForkedJvm> ending;
        synchronized (this) {
            endExpected = true;
            ending = new ArrayList<>(running.values());
            running.clear();
        }
        ending.parallelStream().forEach(jvm -> jvm.destroy(GRACE));
    }

    private void startOne() {
        int id = ++lastId;
        ForkedJvm jvm = command.start(id);
        running.put(id, jvm);
        CompletableFuture<Void> unused = jvm.onExit().thenAccept(code -> ended(id, code));
    }

    private void ended(int id, int code) {
        Optional<LostExecutor> loss = takeLoss(id, code);
        loss.ifPresent(lostExecutor -> {
            LOG.warn("Lost executor {} (process {}): exit code {}", id, lostExecutor.pid(), code);
            onLost.accept(lostExecutor);
        });
    }

    private synchronized Optional<LostExecutor> takeLoss(int id, int code) {
        ForkedJvm jvm = running.get(id);
        if (endExpected || jvm == null || ShutdownHookManager.inShutdown()) {
            return Optional.empty();
        }
        running.remove(id);
        LostExecutor loss = new LostExecutor(String.valueOf(id), jvm.pid(), code, jvm.outputTail(OUTPUT_LINES));
        lost.add(loss);
        return Optional.of(loss);
    }
}
