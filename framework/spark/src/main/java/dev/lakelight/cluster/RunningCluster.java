package dev.lakelight.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SparkContext of this JVM and what belongs to it. */
final class RunningCluster {

    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);
    private static final AtomicInteger OPEN = new AtomicInteger();

    private final ClusterSpec spec;
    private final Map<String, String> settings;
    private final SparkContext context;
    private final ClusterDirectory directory;
    private final ClusterSessions sessions;
    private final Duration startTime;
    private final long startedAt = System.nanoTime();

    private RunningCluster(ClusterSpec spec, Map<String, String> settings, Started started) {
        this.spec = spec;
        this.settings = settings;
        this.context = started.context();
        this.directory = started.directory();
        this.sessions = new ClusterSessions(started.context());
        this.startTime = started.time();
    }

    private record Started(SparkContext context, ClusterDirectory directory, Duration time) {}

    static RunningCluster start(ClusterSpec spec, Map<String, String> settings) {
        long begin = System.nanoTime();
        QuietLogging.applyUnlessConfigured();
        ClusterDirectory directory = ClusterDirectory.create();
        SparkContext context = SparkContexts.start(spec, inDirectory(spec, settings, directory));
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        LOG.info(
                "Started cluster ({}) in {}; clusters open: {}",
                spec.description(),
                seconds(time),
                OPEN.incrementAndGet());
        return new RunningCluster(spec, settings, new Started(context, directory, time));
    }

    private static Map<String, String> inDirectory(
            ClusterSpec spec, Map<String, String> settings, ClusterDirectory directory) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(ClusterDirectory.SETTING, directory.path().toString());
        all.putIfAbsent("spark.local.dir", directory.local().toString());
        all.putIfAbsent(
                "spark.sql.warehouse.dir",
                SessionSettings.location(directory.path().resolve("warehouse")));
        if (spec.kind() == ClusterSpec.Kind.EXTERNAL) {
            new SharedClassPath(directory).addTo(all);
        }
        return all;
    }

    ClusterSpec spec() {
        return spec;
    }

    Map<String, String> settings() {
        return settings;
    }

    Duration startTime() {
        return startTime;
    }

    SparkContext sparkContext() {
        return context;
    }

    ClusterSessions sessions() {
        return sessions;
    }

    List<LostExecutor> lostExecutors() {
        return processes().map(ExecutorProcesses::lost).orElse(List.of());
    }

    List<Long> executorPids() {
        return processes().map(ExecutorProcesses::pids).orElse(List.of());
    }

    private Optional<String> whyThereIsNoExecutor() {
        return processes().flatMap(ExecutorProcesses::whyThereIsNone);
    }

    private Optional<ExecutorProcesses> processes() {
        return context.schedulerBackend() instanceof ProcessSchedulerBackend backend
                ? Optional.of(backend.processes())
                : Optional.empty();
    }

    boolean serves(Map<String, String> wanted) {
        return settings.equals(wanted)
                && !context.isStopped()
                && whyThereIsNoExecutor().isEmpty();
    }

    String whyReplacedBy(ClusterSpec wanted, Map<String, String> wantedSettings) {
        String because = context.isStopped()
                ? "its SparkContext was stopped by someone else"
                : whyThereIsNoExecutor().orElseGet(() -> differences(wantedSettings));
        return "Replacing cluster (%s) by (%s): %s".formatted(spec.description(), wanted.description(), because);
    }

    private String differences(Map<String, String> wanted) {
        SortedSet<String> names = new TreeSet<>(settings.keySet());
        names.addAll(wanted.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(settings.get(name), wanted.get(name)))
                .map(name -> name + " is " + settings.get(name) + ", wanted " + wanted.get(name))
                .collect(Collectors.joining("; "));
    }

    void stop() {
        long begin = System.nanoTime();
        sessions.closeAll();
        boolean worthALook = !lostExecutors().isEmpty();
        context.stop();
        if (!worthALook) {
            directory.delete();
        }
        Duration stopping = Duration.ofNanos(System.nanoTime() - begin);
        Duration served = Duration.ofNanos(begin - startedAt);
        LOG.info(
                "Stopped cluster ({}) in {} after {}; clusters open: {}",
                spec.description(),
                seconds(stopping),
                seconds(served),
                OPEN.decrementAndGet());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
