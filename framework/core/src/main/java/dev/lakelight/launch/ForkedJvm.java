package dev.lakelight.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that was started by this one. It ends with this one at the latest, together with every process it has started.
 */
public final class ForkedJvm implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Process process;
    private final ProcessTree tree;
    private final ProcessOutput output;

    private ForkedJvm(Process process, ProcessOutput output) {
        this.process = process;
        this.tree = new ProcessTree(process.toHandle());
        this.output = output;
    }

    /** Return a builder; it needs a main class and a directory for its files at least. */
    public static ForkedJvmBuilder builder() {
        return new ForkedJvmBuilder();
    }

    static ForkedJvm start(ProcessBuilder command, ProcessOutput output) throws IOException {
        output.redirect(command);
        ForkedJvm jvm = new ForkedJvm(command.start(), output);
        OpenJvms.add(jvm);
        jvm.whenEnded(() -> OpenJvms.remove(jvm));
        output.follow(jvm.process);
        return jvm;
    }

    void whenEnded(Runnable action) {
        CompletableFuture<Void> unused = process.onExit().thenRun(action);
    }

    /** Return its process id. */
    public long pid() {
        return process.pid();
    }

    /** Return its standard input. The JVM sees its end when this one ends, however that happens. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Return whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Return what completes with its exit code when it ends. On Unix 128 + n means that signal n ended it. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Wait until it ends and all its output was handed on. What it has started is remembered meanwhile, for {@link #close()}: when
     * it is killed, nobody can tell any more.
     *
     * @return its exit code; empty when it still runs after that time
     * @throws InterruptedException when this thread is interrupted meanwhile; the JVM goes on
     */
    public OptionalInt waitFor(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();

        while (!process.waitFor(Math.min(LOOK.toNanos(), end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            tree.look();
            if (System.nanoTime() >= end) {
                return OptionalInt.empty();
            }
        }
        output.drain();
        return OptionalInt.of(process.exitValue());
    }

    /** Return the last lines of its output, standard error included; empty when it wrote nothing. */
    public String outputTail(int lines) {
        return output.tail(lines);
    }

    /** Return the file that its output goes to; empty when it goes to a consumer only. */
    public List<Path> outputFiles() {
        return output.files();
    }

    /** End it and its descendants: ask first, and kill what is left after ten seconds. Harmless when it has ended. */
    @Override
    public void close() {
        destroy(GRACE);
    }

    /** End it and its descendants: ask first, and kill what is left after that time. Harmless when it has ended. */
    public void destroy(Duration grace) {
        tree.end(grace);
        OpenJvms.remove(this);
    }
}
