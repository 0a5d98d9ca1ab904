package dev.lakelight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext$;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnOwnCluster
class ProcessClusterTest {

    private static final ClusterSpec TWO = ClusterSpec.processes(2).withMemoryMegabytes(512);

    @AfterAll
    static void stop() {
        Clusters.ofThisJvm().stop();
    }

    @Test
    void runsTestCodeOnBothExecutors() {
        try (Cluster cluster = Clusters.ofThisJvm().acquire(TWO)) {
            assertThat(cluster.executorPids())
                    .hasSize(2)
                    .doesNotContain(ProcessHandle.current().pid());
            assertThat(pidsOfTasks(cluster)).hasSameElementsAs(cluster.executorPids());
        }
    }

    @Test
    void runsDeltaTables(@TempDir Path directory) {
        try (Cluster cluster = Clusters.ofThisJvm().acquire(TWO)) {
            SparkSession session = cluster.newSession(Map.of(), directory.resolve("warehouse"));
            session.sql("CREATE TABLE numbers AS SELECT id, id % 2 AS parity FROM range(100)");

            List<Row> rows = session.sql("SELECT parity, count(*) FROM numbers GROUP BY parity ORDER BY parity")
                    .collectAsList();

            assertThat(rows).hasToString("[[0,50], [1,50]]");
            cluster.closeSession(session);
        }
    }

    /** Spark's own preset is a class loader for each session, which asks the driver for each name that a compiler tries. */
    @Test
    void asksTheDriverForNoClasses(@TempDir Path directory) {
        try (Cluster cluster = Clusters.ofThisJvm().acquire(TWO)) {
            SparkSession session = cluster.newSession(Map.of(), directory.resolve("warehouse"));
            session.udf().register("loader", ProcessClusterTest::classLoader, DataTypes.StringType);

            String loader =
                    session.sql("SELECT loader(id) FROM range(1)").first().getString(0);

            assertThat(loader).isEqualTo("org.apache.spark.util.MutableURLClassLoader");
            cluster.closeSession(session);
        }
    }

    private static String classLoader(Object anything) {
        return Thread.currentThread().getContextClassLoader().getClass().getName();
    }

    @Test
    void recordsAnExecutorThatIsKilledAndReplacesIt() {
        try (Cluster cluster = Clusters.ofThisJvm().acquire(TWO.withSettings(Map.of("spark.app.name", "loss")))) {
            long victim = cluster.executorPids().get(0);

            ProcessHandle.of(victim).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> cluster.executorPids().size() == 2
                            && !cluster.executorPids().contains(victim));
            assertThat(cluster.lostExecutors()).singleElement().satisfies(lost -> {
                assertThat(lost.pid()).isEqualTo(victim);
                assertThat(lost.exitCode()).isEqualTo(137);
            });
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(pidsOfTasks(cluster)).hasSameElementsAs(cluster.executorPids()));
        }
    }

    /** The code of a library takes no notice of its end, unlike that of cells. */
    @Test
    void endsTheExecutorOfATaskThatGoesOnThoughItWasCancelled(@TempDir Path directory) {
        ClusterSpec impatient = TWO.withSettings(
                Map.of("spark.task.reaper.pollingInterval", "200ms", "spark.task.reaper.killTimeout", "1s"));
        String started = directory.resolve("started").toString();

        try (Cluster cluster = Clusters.ofThisJvm().acquire(impatient)) {
            JavaFutureAction<Void> job = JavaSparkContext.fromSparkContext(cluster.sparkContext())
                    .parallelize(List.of(0L), 1)
                    .foreachAsync(number -> {
                        Files.createFile(Path.of(started));

                        for (long n = number; n >= 0; n = (n + 1) % 1000) {
                            Thread.onSpinWait();
                        }
                    });
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(Path.of(started)));

            boolean unused = job.cancel(true);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> cluster.lostExecutors().size() == 1
                            && cluster.executorPids().size() == 2);
            assertThat(cluster.lostExecutors().get(0).output())
                    .contains("Killing executor JVM because killed task", "could not be stopped within 1000 ms");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(pidsOfTasks(cluster)).hasSameElementsAs(cluster.executorPids()));
        }
    }

    /** Executors that worked may be lost as often as it comes: those of tasks that do not end are. */
    @Test
    void endsJobsWhenNoExecutorCanStartAnyMore(@TempDir Path directory) throws IOException {
        Path flags = Files.createFile(directory.resolve("flags"));
        ClusterSpec one = ClusterSpec.processes(1)
                .withMemoryMegabytes(512)
                .withSettings(Map.of(
                        "spark.executor.extraJavaOptions",
                        "-XX:Flags=" + flags,
                        "spark.deploy.maxExecutorRetries",
                        "1"));

        try (Cluster cluster = Clusters.ofThisJvm().acquire(one)) {
            kill(cluster);
            kill(cluster);
            assertThat(pidsOfTasks(cluster)).hasSameElementsAs(cluster.executorPids());
            Files.writeString(flags, "MinHeapFreeRatio=200");
            kill(cluster);

            assertThatThrownBy(() -> pidsOfTasks(cluster))
                    .satisfies(error -> assertThat(error.getMessage().replaceAll("cluster-\\d+/", "cluster-N/"))
                            .isEqualTo("""
                            Job aborted due to stage failure: The cluster (1 executor process, 1 core and 512 MB each) has no executor \
                            left, and starts no other after 1 that failed in a row (spark.deploy.maxExecutorRetries): executor 4 ended \
                            with exit code 1 before it had registered with the driver. The end of what executor 4 wrote \
                            (target/lakelight/clusters/cluster-N/executor-4/executor.log):
                              uintx MinHeapFreeRatio=200 is outside the allowed range [ 0 ... 100 ]
                              Improperly specified VM option 'MinHeapFreeRatio=200'
                              Error: Could not create the Java Virtual Machine.
                              Error: A fatal exception has occurred. Program will exit."""));
            assertThat(cluster.lostExecutors()).hasSize(4);
            assertThatThrownBy(() -> pidsOfTasks(cluster)).hasMessageContaining("has no executor left");
        }

        Files.writeString(flags, "");

        try (Cluster cluster = Clusters.ofThisJvm().acquire(one)) {
            assertThat(pidsOfTasks(cluster)).hasSameElementsAs(cluster.executorPids());
        }
    }

    private static void kill(Cluster cluster) {
        int before = cluster.lostExecutors().size();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !cluster.executorPids().isEmpty());
        assertThat(pidsOfTasks(cluster)).hasSameElementsAs(cluster.executorPids());
        ProcessHandle.of(cluster.executorPids().get(0)).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cluster.lostExecutors().size() > before);
    }

    @Test
    void saysWhyAnExecutorCannotStartAndLeavesNothingBehind() {
        ClusterSpec broken = TWO.withSettings(Map.of("spark.executor.extraJavaOptions", "-Xms4g"));
        Clusters.ofThisJvm().stop();

        assertThatThrownBy(() -> Clusters.ofThisJvm().acquire(broken))
                .isInstanceOf(EnvironmentError.class)
                .satisfies(error -> assertThat(error.getMessage()
                                .replaceAll("executor [12]", "executor N")
                                .replaceAll("cluster-\\d+/executor-[12]", "cluster-N/executor-N"))
                        .isEqualTo("""
                        Cannot start the cluster (2 executor processes, 1 core and 512 MB each): executor N ended with exit code 1 \
                        before all had registered with the driver. The end of what executor N wrote \
                        (target/lakelight/clusters/cluster-N/executor-N/executor.log):
                          Error occurred during initialization of VM
                          Initial heap size set to a larger value than the maximum heap size"""));

        assertNothingIsLeftBehind();
    }

    @Test
    void saysWhichExecutorDoesNotRegisterInTime() {
        String waitForADebugger = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0";
        ClusterSpec hanging = TWO.withSettings(Map.of("spark.executor.extraJavaOptions", waitForADebugger));
        Clusters.ofThisJvm().stop();
        System.setProperty(ClusterProperties.TIMEOUT, "3s");

        try {
            assertThatThrownBy(() -> Clusters.ofThisJvm().acquire(hanging))
                    .isInstanceOf(EnvironmentError.class)
                    .satisfies(error -> assertThat(error.getMessage()
                                    .replaceAll("cluster-\\d+/", "cluster-N/")
                                    .replaceAll("address: .*\\d+", "address: N"))
                            .isEqualTo("""
                            Cannot start the cluster (2 executor processes, 1 core and 512 MB each): executor 1 did not register \
                            with the driver within 3 s (property lakelight.cluster.timeout). The end of what executor 1 wrote \
                            (target/lakelight/clusters/cluster-N/executor-1/executor.log):
                              WARNING: Using incubator modules: jdk.incubator.vector
                              Listening for transport dt_socket at address: N"""));
        } finally {
            System.clearProperty(ClusterProperties.TIMEOUT);
        }

        assertNothingIsLeftBehind();
    }

    @Test
    void endsItsProcessesWhenItStops() {
        Cluster cluster = Clusters.ofThisJvm().acquire(TWO);
        List<ProcessHandle> processes = cluster.executorPids().stream()
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        cluster.close();

        Clusters.ofThisJvm().stop();

        assertThat(processes).hasSize(2).noneMatch(ProcessHandle::isAlive);
    }

    private static void assertNothingIsLeftBehind() {
        assertThat(SparkContext$.MODULE$.getActive().isDefined()).isFalse();
        await().until(
                        ProcessHandle.current()::descendants,
                        descendants -> descendants.noneMatch(ProcessHandle::isAlive));
    }

    private static List<Long> pidsOfTasks(Cluster cluster) {
        return JavaSparkContext.fromSparkContext(cluster.sparkContext())
                .parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8), 8)
                .map(number -> {
                    // Long enough for the scheduler to use both executors.
                    Thread.sleep(100);
                    return ProcessHandle.current().pid();
                })
                .collect();
    }
}
