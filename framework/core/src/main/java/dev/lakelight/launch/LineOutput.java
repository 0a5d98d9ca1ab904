package dev.lakelight.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Output handed on line by line, by a thread of its own. */
final class LineOutput implements ProcessOutput {

    private static final int KEPT_LINES = 200;
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Consumer<String> consumer;
    private final Runnable atEnd;
    private final Deque<String> last = new ArrayDeque<>();
    private @Nullable Thread reader;

    LineOutput(Consumer<String> consumer) {
        this(consumer, () -> {});
    }

    /** Do something, too, on the thread of the reader, after the last line. */
    LineOutput(Consumer<String> consumer, Runnable atEnd) {
        this.consumer = consumer;
        this.atEnd = atEnd;
    }

    @Override
    public void redirect(ProcessBuilder command) {
        command.redirectErrorStream(true);
    }

    @Override
    public void follow(Process process) {
        Thread thread = new Thread(() -> read(process), "lakelight-output-of-" + process.pid());
        thread.setDaemon(true);
        thread.start();
        reader = thread;
    }

    /** Bounded, because a grandchild that outlives the process keeps the pipe open. */
    @Override
    public void drain() throws InterruptedException {
        if (reader != null) {
            reader.join(DRAIN.toMillis());
        }
    }

    @Override
    public String tail(int lines) {
        synchronized (last) {
            return last.stream().skip(Math.max(0, last.size() - lines)).collect(Collectors.joining("\n"));
        }
    }

    @Override
    public List<Path> files() {
        return List.of();
    }

    private void read(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
                consumer.accept(line);
            }
        } catch (IOException e) {
            remember("(output lost: " + e.getMessage() + ")");
        } finally {
            atEnd.run();
        }
    }

    private void remember(String line) {
        synchronized (last) {
            last.addLast(line);
            if (last.size() > KEPT_LINES) {
                last.removeFirst();
            }
        }
    }
}
