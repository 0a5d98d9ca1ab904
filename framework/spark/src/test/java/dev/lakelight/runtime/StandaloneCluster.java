package dev.lakelight.runtime;

import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Spark's own master with a worker of two cores, as processes. Their installation of Spark has no class of ours and none of Delta, as on
 * a cluster that somebody else runs.
 */
final class StandaloneCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final List<ForkedJvm> processes = new ArrayList<>();

    private StandaloneCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static StandaloneCluster start(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("jars"));
        StandaloneCluster cluster = new StandaloneCluster(folder, freePort());
        cluster.install();
        cluster.start("master.Master", List.of("--host", LOOPBACK, "--port", String.valueOf(cluster.port)));
        cluster.start(
                "worker.Worker",
                List.of(
                        "--host",
                        LOOPBACK,
                        "--cores",
                        "2",
                        "--memory",
                        "2g",
                        "--work-dir",
                        folder.resolve("work").toString(),
                        cluster.url()));
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    Path folder() {
        return folder;
    }

    String url() {
        return "spark://%s:%d".formatted(LOOPBACK, port);
    }

    /** Return what its processes have written, for messages of failed tests. */
    String output() {
        return processes.stream().map(process -> process.outputTail(20)).collect(Collectors.joining("\n---\n"));
    }

    /** One jar stands for all of Spark's: its manifest names them. */
    private void install() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        jarsOfSpark().stream()
                                .map(Path::toUri)
                                .map(URI::toString)
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(folder.resolve("jars").resolve("spark.jar")), manifest).close();
    }

    private static List<Path> jarsOfSpark() {
        return RuntimeClassPath.ofThisJvm().stream()
                .filter(Files::isRegularFile)
                .filter(jar -> !jar.getFileName().toString().matches("(delta|lakelight)-.*"))
                .toList();
    }

    private void start(String main, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("--webui-port", "0"));
        all.addAll(arguments);
        List<String> options = new ArrayList<>(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        options.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        processes.add(ForkedJvm.builder()
                .jvmOptions(options)
                .classPath(jarsOfSpark())
                .mainClass("org.apache.spark.deploy." + main)
                .arguments(all)
                .environment(Map.of(
                        "SPARK_HOME", folder.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", LOOPBACK))
                .workingDirectory(folder)
                .argumentFile(folder.resolve(main + ".arguments"))
                .secretFreeOutputTo(folder.resolve(main + ".log"))
                .start());
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).close();
        }
    }
}
