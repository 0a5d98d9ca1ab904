package dev.lakelight.result;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Writes what happens in a suite, as it happens. Each call hands one line to the operating system before it returns, so that
 * nothing of it is lost when this JVM is killed. Safe for use by many threads. Read it with {@link EventLog}.
 *
 * <p>Every method throws {@link UncheckedIOException} when the file cannot be written.
 */
public final class EventLogWriter implements AutoCloseable {

    private final Path file;
    private final OutputStream out;

    private EventLogWriter(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Start a log, replacing what is there; folders are made as needed. */
    public static EventLogWriter create(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // Not a channel: a thread that is interrupted while it writes would close that for all others.
            return new EventLogWriter(file, new FileOutputStream(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the event log %s: %s".formatted(file, e), e);
        }
    }

    /**
     * Say that the suite begins. Always the first event.
     *
     * @param versions what runs, by name: {@code spark}, {@code delta}, {@code java}, {@code junit}, {@code lakelight}
     */
    public void suiteStarted(Instant at, Map<String, String> versions) {
        write(new Event.SuiteStarted(EventFormat.SCHEMA, at, versions));
    }

    /** Say that a cluster is usable. */
    public void clusterStarted(SuiteResult.ClusterStart cluster) {
        write(new Event.ClusterStarted(cluster));
    }

    /** Say that an executor died that was not expected to; the description names it and the reason. */
    public void executorLost(String description) {
        write(new Event.ExecutorLost(description));
    }

    /** Say that something outside of tests went wrong; the suite will be RED for this reason. */
    public void breakdown(String reason) {
        write(new Event.Breakdown(reason));
    }

    /** Say that a test is going to run. It is lost when nothing more is heard of it. */
    public void testPlanned(TestIdentity test) {
        write(new Event.TestPlanned(test));
    }

    /** Say that a test has started; it need not have been planned. */
    public void testStarted(TestIdentity test, Instant at) {
        write(new Event.TestStarted(test, at));
    }

    /** Say that a test has run a module; it must have been planned or started. */
    public void moduleRun(String testId, ModuleRun run) {
        write(new Event.ModuleRan(testId, run));
    }

    /** Say that a test has run a job, with all modules of its tasks; it must have been planned or started. */
    public void jobRun(String testId, JobRun run) {
        write(new Event.JobRan(testId, run));
    }

    /** Say how a test ended; it must have been planned or started. */
    public void testFinished(String testId, TestOutcome outcome) {
        write(new Event.TestFinished(testId, outcome));
    }

    /** Say that the suite is done. Always the last event. */
    public void suiteFinished(Instant at) {
        write(new Event.SuiteFinished(at));
    }

    private void write(Event event) {
        byte[] line = (EventFormat.write(event) + "\n").getBytes(StandardCharsets.UTF_8);

        try {
            append(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the event log %s: %s".formatted(file, e), e);
        }
    }

    private synchronized void append(byte[] line) throws IOException {
        out.write(line);
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the event log %s: %s".formatted(file, e), e);
        }
    }
}
