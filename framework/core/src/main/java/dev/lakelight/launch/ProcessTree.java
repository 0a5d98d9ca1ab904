package dev.lakelight.launch;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process and all that descend from it. */
final class ProcessTree {

    private final ProcessHandle root;

    /** Seen so far. Once a parent is gone nobody can tell whose a process was, so they are collected before. */
    private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();

    ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /**
     * Ask the root first: it knows best how to end what it has started. Then ask what is left, then kill it. All of it takes twice
     * the grace at most.
     */
    void end(Duration grace) {
        look();
        root.destroy();
        await(Set.of(root), grace);
        look();
        root.destroyForcibly();
        Set<ProcessHandle> left = alive();
        left.forEach(ProcessHandle::destroy);
        await(left, grace);
        alive().forEach(ProcessHandle::destroyForcibly);
        await(Set.of(root), grace);
    }

    /** Remember what descends from the root now. */
    void look() {
        root.descendants().forEach(descendants::add);
    }

    private Set<ProcessHandle> alive() {
        Set<ProcessHandle> alive = new LinkedHashSet<>(descendants);
        alive.removeIf(process -> !process.isAlive());
        return alive;
    }

    private static void await(Set<ProcessHandle> processes, Duration grace) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The next, harder step follows.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
