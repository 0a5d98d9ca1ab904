package dev.lakelight.cluster;

import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.ForkedJvmBuilder;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.launch.StartupOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.scheduler.cluster.CoarseGrainedSchedulerBackend;
import org.apache.spark.util.Utils;
import scala.Tuple2;

/** How an executor process is started: with the driver's own class path, so that it runs the very code under test. */
final class ExecutorCommand {

    static final String MOST_FAILED_STARTS = "spark.deploy.maxExecutorRetries";

    private static final String LOOPBACK = "127.0.0.1";

    private final SparkContext context;
    private final ClusterSpec spec;
    private final Optional<Path> archive = StartupOptions.archiveOfThisJvm();
    private final List<Path> classPath;

    ExecutorCommand(SparkContext context, ClusterSpec spec) {
        this.context = context;
        this.spec = spec;
        this.classPath = classPath(context.conf());
    }

    ClusterSpec spec() {
        return spec;
    }

    /** How often in a row executors are replaced that cannot start; a negative number stands for no limit. As a master of Spark has it. */
    int mostFailedStarts() {
        return context.conf().getInt(MOST_FAILED_STARTS, 10);
    }

    /** Start the executor with this number in a folder of its own. */
    ExecutorProcess start(int id) {
        Path directory = Path.of(context.conf().get(ClusterDirectory.SETTING)).resolve("executor-" + id);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory, e);
        }
        return new ExecutorProcess(String.valueOf(id), builder(id, directory).start(), log(directory));
    }

    private static Path log(Path directory) {
        return directory.resolve("executor.log");
    }

    private ForkedJvmBuilder builder(int id, Path directory) {
        return ForkedJvm.builder()
                .jvmOptions(jvmOptions(directory))
                .classPath(classPath)
                .mainClass(ExecutorMain.class.getName())
                .arguments(arguments(id))
                .environment(environment())
                .workingDirectory(directory)
                .argumentFile(directory.resolve("arguments"))
                .secretFreeOutputTo(log(directory));
    }

    private List<String> arguments(int id) {
        return List.of(
                "--driver-url",
                "spark://" + CoarseGrainedSchedulerBackend.ENDPOINT_NAME() + "@" + LOOPBACK + ":" + driverPort(),
                "--executor-id",
                String.valueOf(id),
                "--bind-address",
                LOOPBACK,
                "--hostname",
                LOOPBACK,
                "--cores",
                String.valueOf(spec.cores()),
                "--app-id",
                context.taskScheduler().applicationId(),
                "--resourceProfileId",
                "0");
    }

    private int driverPort() {
        return context.env().rpcEnv().address().port();
    }

    private List<String> jvmOptions(Path directory) {
        SparkConf conf = context.conf();
        List<String> options = new ArrayList<>(StartupOptions.compilerAndCollector());
        archive.map(StartupOptions::using).ifPresent(options::addAll);
        options.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        options.add("-Xmx" + spec.memoryMegabytes() + "m");
        options.add("-Djava.io.tmpdir=" + directory);
        for (Tuple2<String, String> setting : conf.getAll()) {
            if (SparkConf.isExecutorStartupConf(setting._1())) {
                options.add("-D" + setting._1() + "=" + setting._2());
            }
        }
        options.addAll(words(conf.get("spark.executor.defaultJavaOptions", "")));
        options.addAll(words(conf.get("spark.executor.extraJavaOptions", "")));
        return options;
    }

    private static List<String> words(String options) {
        return scala.jdk.javaapi.CollectionConverters.asJava(Utils.splitCommandString(options));
    }

    private Map<String, String> environment() {
        Map<String, String> variables =
                new TreeMap<>(scala.jdk.javaapi.CollectionConverters.asJava(context.executorEnvs()));
        // Spares a look-up of this host's name, and the warning about it.
        variables.putIfAbsent("SPARK_LOCAL_IP", LOOPBACK);
        return variables;
    }

    private List<Path> classPath(SparkConf conf) {
        List<Path> ofDriver =
                archive.isPresent() ? RuntimeClassPath.ofThisJvmJarsFirst() : RuntimeClassPath.ofThisJvm();
        Stream<Path> extra = Stream.of(
                        conf.get("spark.executor.extraClassPath", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of);
        // Last: a folder before a jar would make the class data archive unusable.
        Stream<Path> ofCells = Stream.of(new ClusterDirectory(Path.of(conf.get(ClusterDirectory.SETTING))).classes());
        return Stream.of(extra, ofDriver.stream(), ofCells)
                .flatMap(entries -> entries)
                .toList();
    }
}
