package dev.lakelight.python;

import dev.lakelight.dbutils.Secrets;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.python.Py4JServer;

/**
 * The Python process of one run: names that cells have declared stay. It ends with this JVM at the latest, since it watches the pipe
 * between the two. For one thread, except {@link #interrupt}.
 */
public final class PythonProcess implements AutoCloseable {

    private static final String MAIN =
            "import sys; sys.path[0] = sys.argv.pop(); from lakelight.main import main; sys.path.pop(0); main()";

    /** They would make PySpark look for a cluster of Spark Connect. */
    private static final List<String> OF_SPARK_CONNECT =
            List.of("SPARK_REMOTE", "SPARK_API_MODE", "SPARK_CONNECT_MODE", "SPARK_CONNECT_MODE_ENABLED");

    private final Py4JServer server;
    private final PythonBridge bridge;
    private final Process process;

    private PythonProcess(Py4JServer server, PythonBridge bridge, Process process) {
        this.server = server;
        this.bridge = bridge;
        this.process = process;
    }

    /**
     * Start it. Its own threads in this JVM inherit what the current one has, such as its active session.
     *
     * @param folders where modules are imported from; at last from the working folder
     * @param workingFolder where it runs
     */
    public static PythonProcess start(
            PythonInstallation python, PythonHost host, List<Path> folders, Path workingFolder) {
        SparkContext context = host.spark().sparkContext();
        PythonOutput output = new PythonOutput(text -> print(host, text));
        PythonBridge bridge = PythonBridge.open(host, output);
        Py4JServer server = new Py4JServer(context.conf());
        server.start();

        try {
            ProcessBuilder builder = new ProcessBuilder(
                            python.command(),
                            "-c",
                            MAIN,
                            PythonFiles.of(context).toString())
                    .directory(workingFolder.toFile())
                    .redirectErrorStream(true);
            environment(builder.environment(), python, joined(folders, workingFolder));
            builder.environment().put("LAKELIGHT_PYTHON_RUN", bridge.key());
            builder.environment().put("PYSPARK_GATEWAY_PORT", String.valueOf(server.getListeningPort()));
            builder.environment().put("PYSPARK_GATEWAY_SECRET", server.secret());
            Process process = builder.start();
            read(process, output, bridge);
            return new PythonProcess(server, bridge, process);
        } catch (IOException e) {
            server.shutdown();
            bridge.close();
            throw new UncheckedIOException("Cannot start " + python.describe(), e);
        }
    }

    private static String joined(List<Path> folders, Path last) {
        return Stream.concat(folders.stream(), Stream.of(last))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void environment(Map<String, String> environment, PythonInstallation python, String folders) {
        environment.keySet().removeIf(Secrets::isSecret);
        environment.keySet().removeAll(OF_SPARK_CONNECT);
        environment.put("LAKELIGHT_PYTHON_FOLDERS", folders);
        environment.put("PYSPARK_PYTHON", python.command());
        environment.put("PYSPARK_PIN_THREAD", "true");
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.putIfAbsent("PYTHONHASHSEED", "0");
        // As this JVM reads it.
        environment.put("PYTHONIOENCODING", Charset.defaultCharset().name() + ":backslashreplace");
    }

    private static void read(Process process, PythonOutput output, PythonBridge bridge) {
        Thread reader = new Thread(
                () -> {
                    output.pump(process.getInputStream());
                    bridge.died();
                },
                "output of Python");
        reader.setDaemon(true);
        reader.start();
    }

    private static void print(PythonHost host, byte[] text) {
        host.enter();
        System.out.write(text, 0, text.length);
        System.out.flush();
    }

    /**
     * Run a cell and wait for its end. When this is interrupted, nothing more can be run.
     *
     * @throws InterruptedException when the current thread is interrupted; the cell may still run, until this is closed
     */
    public PythonResult run(PythonCode code) throws InterruptedException {
        try {
            return bridge.run(code);
        } catch (InterruptedException e) {
            interrupt();
            throw e;
        }
    }

    /** Interrupt the cell that is running, as Ctrl-C does. */
    void interrupt() {
        bridge.interrupt();

        try {
            process.getOutputStream().write("interrupt\n".getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException ended) {
            // Then there is nothing to interrupt.
        }
    }

    /** End it, with all that it has started. */
    @Override
    public void close() {
        bridge.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        server.shutdown();
    }
}
