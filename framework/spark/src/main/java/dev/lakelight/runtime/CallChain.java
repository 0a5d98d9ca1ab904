package dev.lakelight.runtime;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The notebooks of one run that called each other by {@code %run}, outermost first. */
final class CallChain {

    private final Deque<Path> running = new ArrayDeque<>();

    /** Return the file of the notebook whose cell is running. */
    Path current() {
        return running.getLast();
    }

    boolean contains(Path file) {
        return running.contains(file);
    }

    List<Path> with(Path file) {
        return Stream.concat(running.stream(), Stream.of(file)).toList();
    }

    void enter(Path file) {
        running.addLast(file);
    }

    void leave() {
        running.removeLast();
    }
}
