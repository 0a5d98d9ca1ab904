package dev.lakelight.python;

import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.result.TableSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's end of a run's Python process. Python asks for cells and tells what became of them; each of its threads has a thread
 * here, which belongs to the cell that is running. Public for the Python side; not for use elsewhere.
 */
public final class PythonBridge {

    private static final Map<String, PythonBridge> OPEN = new ConcurrentHashMap<>();

    private final String key = UUID.randomUUID().toString();
    private final PythonHost host;
    private final PythonOutput output;
    private final BlockingQueue<PythonCode> work = new LinkedBlockingQueue<>();
    private final BlockingQueue<PythonResult> results = new LinkedBlockingQueue<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile Properties properties = new Properties();

    private PythonBridge(PythonHost host, PythonOutput output) {
        this.host = host;
        this.output = output;
    }

    static PythonBridge open(PythonHost host, PythonOutput output) {
        PythonBridge bridge = new PythonBridge(host, output);
        OPEN.put(bridge.key, bridge);
        return bridge;
    }

    /** Return the bridge of a run. */
    public static PythonBridge of(String key) {
        return Objects.requireNonNull(OPEN.get(key), "the run is over");
    }

    String key() {
        return key;
    }

    private SparkContext sparkContext() {
        return host.spark().sparkContext();
    }

    /** Hand a cell to Python and wait for its end. Spark jobs of it have the settings that those of this thread have. */
    PythonResult run(PythonCode code) throws InterruptedException {
        properties = sparkContext().getLocalProperties();
        work.add(code);
        return results.take();
    }

    /** Python has ended, and with it the cell. */
    void died() {
        results.add(PythonResult.died());
    }

    /** Interrupt whatever Python waits for. */
    void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    void close() {
        OPEN.remove(key);
        interrupt();
    }

    /** Wait for the next cell; null when there is none any more. */
    public @Nullable PythonCode next() {
        threads.add(Thread.currentThread());

        try {
            PythonCode code = work.take();
            enter();
            return code;
        } catch (InterruptedException e) {
            return null;
        }
    }

    /** Let the current thread, which serves one of Python's, belong to the cell that is running. */
    public void enter() {
        threads.add(Thread.currentThread());
        sparkContext().setLocalProperties((Properties) properties.clone());
        SparkSession.setActiveSession(host.spark());
        host.enter();
    }

    /** Tell what became of a cell. */
    public void ended(String kind, String type, String message, String trace, int line) {
        results.add(
                new PythonResult(PythonResult.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), type, message, trace, line));
    }

    /** Return what marks how far Python's output has been read. */
    public String marker() {
        return output.marker();
    }

    /** Wait until so many marks have been read. */
    public void awaitMarks(int count) throws InterruptedException {
        output.await(count);
    }

    /** Return the context of the cluster. */
    public JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(sparkContext());
    }

    /** Return the session of the run. */
    public SparkSession spark() {
        return host.spark();
    }

    /** Return the utilities of the run. */
    public DBUtils dbutils() {
        return host.dbutils();
    }

    /** Show a value as the output of the cell. */
    public void display(@Nullable Object value) {
        host.display(value);
    }

    /** Show rows of texts as the output of the cell. */
    public void displayTable(List<String> columns, List<String> types, List<List<String>> rows, boolean truncated) {
        List<List<@Nullable String>> copied = new ArrayList<>();
        rows.forEach(row -> copied.add(List.copyOf(row)));
        host.display(new TableSample(List.copyOf(columns), List.copyOf(types), copied, truncated));
    }

    /** Show HTML as the output of the cell. */
    public void displayHtml(String html) {
        host.displayHtml(html);
    }

    /** Tell of something that has no effect here, as a warning of the cell. */
    public void warn(String text) {
        host.warn(text);
    }

    /** Run a shell command, where that is allowed. */
    public void shell(String command) {
        host.shell(command);
    }
}
