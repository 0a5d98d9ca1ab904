package dev.lakelight.runtime;

import com.databricks.WorkflowException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The notebooks of one run that called each other by {@code %run}, outermost first. Thread-safe: cells run others from threads. */
final class CallChain {

    private final Deque<Path> running = new ArrayDeque<>();

    /** Return the file of the notebook whose cell is running. */
    synchronized Path current() {
        Path last = running.peekLast();

        if (last == null) {
            throw new WorkflowException(
                    "Cannot run a notebook from here: the notebook that started this thread has ended. Let it wait for its threads.");
        }

        return last;
    }

    synchronized boolean contains(Path file) {
        return running.contains(file);
    }

    synchronized List<Path> with(Path file) {
        return Stream.concat(running.stream(), Stream.of(file)).toList();
    }

    synchronized void enter(Path file) {
        running.addLast(file);
    }

    synchronized void leave() {
        running.removeLast();
    }
}
