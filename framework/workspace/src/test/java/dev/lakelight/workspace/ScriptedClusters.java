package dev.lakelight.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskEnd;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.cluster.TaskCluster;
import dev.lakelight.workspace.cluster.TaskClusters;
import dev.lakelight.workspace.cluster.TaskPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Clusters for tests of the Jobs API that need no Spark: a task does what its parameter {@code do} says. Real drivers run the joined
 * flow in other tests.
 */
final class ScriptedClusters implements TaskClusters {

    final Queue<String> events = new ConcurrentLinkedQueue<>();
    final Queue<TaskAttempt> attempts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Let tasks that wait do so until {@link #open()}. */
    void shut() {
        gate = new CountDownLatch(1);
    }

    void open() {
        gate.countDown();
    }

    @Override
    public TaskCluster existing(String clusterId, Principal runAs) {
        if (clusterId.equals("missing")) {
            throw ApiErrors.invalid("Cluster missing does not exist");
        }

        return new Scripted(clusterId);
    }

    @Override
    public TaskCluster forRun(JsonNode newCluster, long runId, Principal runAs) {
        Scripted cluster = new Scripted("job-%d-%d".formatted(runId, made.incrementAndGet()));
        events.add("made for %d".formatted(runId));
        return cluster;
    }

    @Override
    public void requireValid(JsonNode newCluster) {}

    private final class Scripted implements TaskCluster {

        private final String id;

        private Scripted(String id) {
            this.id = id;
        }

        @Override
        public String clusterId() {
            return id;
        }

        @Override
        public String sparkContextId() {
            return "42";
        }

        @Override
        public TaskEnd run(TaskAttempt attempt, TaskPlace place) throws InterruptedException {
            attempts.add(attempt);
            Map<String, String> parameters =
                    attempt.action() instanceof TaskAction.Notebook notebook ? notebook.parameters() : Map.of();
            return new TaskEnd(end(attempt, place, parameters));
        }

        private ModuleRun end(TaskAttempt attempt, TaskPlace place, Map<String, String> parameters)
                throws InterruptedException {
            String script = parameters.getOrDefault("do", "");

            return switch (script) {
                case "wait" -> {
                    gate.await();
                    yield ended(attempt, null, null, "");
                }
                case "sleep" -> {
                    new CountDownLatch(1).await();
                    yield ended(attempt, null, null, "");
                }
                case "fail" ->
                    ended(attempt, null, new Problem("java.lang.Exception", "no <rows>", "at a.b", null), "");
                case "fail once" ->
                    attempts.stream()
                                            .filter(each -> each.job().runId()
                                                    == attempt.job().runId())
                                            .count()
                                    > 1
                            ? ended(attempt, "second", null, "")
                            : ended(attempt, null, new Problem("java.lang.Exception", "first", "", null), "");
                case "break" -> throw new IllegalStateException("There is no such module.");
                case "set" -> {
                    attempt.values().set(attempt.task(), "rows", parameters.getOrDefault("value", "1"));
                    yield ended(attempt, "set", null, "");
                }
                case "read" -> ended(attempt, text(place.root(), parameters.getOrDefault("file", "")), null, "");
                default -> ended(attempt, parameters.get("exit"), null, "printed <b>\n");
            };
        }

        @Override
        public void close() {
            events.add("closed " + id);
        }
    }

    private static String text(Path root, String file) {
        try {
            return Files.readString(root.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleRun ended(
            TaskAttempt attempt, @Nullable String exit, @Nullable Problem problem, String printed) {
        CellRun cell = new CellRun(
                1,
                "sql",
                "a <title>",
                new SourceLocation("load.sql", 1),
                "SELECT '<script>alert(1)</script>'",
                problem == null ? CellRun.Status.SUCCEEDED : CellRun.Status.FAILED,
                Duration.ofMillis(5),
                null,
                printed,
                List.of(),
                problem);
        return new ModuleRun(
                attempt.task(),
                null,
                Map.of(),
                problem == null ? ModuleRun.Outcome.SUCCEEDED : ModuleRun.Outcome.FAILED,
                Duration.ofMillis(5),
                List.of(cell),
                exit,
                problem);
    }
}
