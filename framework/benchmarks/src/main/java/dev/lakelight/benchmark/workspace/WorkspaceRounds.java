package dev.lakelight.benchmark.workspace;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.problem.EnvironmentError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Asks for everything, round by round. */
final class WorkspaceRounds {

    private static final int WARM_UPS = 3;
    private static final int READS = 200;
    private static final int UPDATES = 10;
    private static final int CLIENTS = 20;
    private static final int REQUESTS = 200;

    /** Prime, so that requests wander over all of them. */
    private static final int STRIDE = 7_919;

    private static final String FOLDER = "/Repos/%s/pipelines".formatted(StoredJobs.USER);

    private final Requests requests;
    private final StoredJobs jobs;
    private final long repo;
    private final Map<Measured, List<Double>> milliseconds = new EnumMap<>(Measured.class);

    private WorkspaceRounds(Requests requests, StoredJobs jobs, long repo) {
        this.requests = requests;
        this.jobs = jobs;
        this.repo = repo;
    }

    static WorkspaceRounds of(Requests requests, StoredJobs jobs, Remote remote) {
        String body = "{\"url\":\"%s\",\"provider\":\"gitHub\",\"path\":\"%s\"}".formatted(remote.url(), FOLDER);
        return new WorkspaceRounds(
                requests,
                jobs,
                requests.send("POST", "/2.0/repos", body).path("id").asLong());
    }

    WorkspaceTimes run(int rounds) {
        for (int round = -WARM_UPS; round < rounds; round++) {
            round(round >= 0);
        }

        return new WorkspaceTimes(milliseconds);
    }

    private void round(boolean counts) {
        read(counts, Measured.JOB, i -> requests.get("/2.2/jobs/get?job_id=" + job(i)));
        read(counts, Measured.JOBS, i -> requests.get("/2.2/jobs/list?limit=25"));
        read(counts, Measured.RUN, i -> requests.get("/2.2/jobs/runs/get?run_id=" + stored(i)));
        read(counts, Measured.RUNS, i -> requests.get("/2.2/jobs/runs/list?limit=25"));
        read(counts, Measured.RUNS_OF_JOB, i -> requests.get("/2.2/jobs/runs/list?job_id=" + job(i)));
        read(counts, Measured.RUNS_WITH_TASKS, i -> requests.get("/2.2/jobs/runs/list?limit=25&expand_tasks=true"));
        read(counts, Measured.FOLDER, i -> requests.get("/2.0/workspace/list?path=" + FOLDER));
        tell(counts, Measured.REPO_UPDATE, median(UPDATES, this::update));
        tell(counts, Measured.CLIENTS, median(1, unused -> allAtOnce()));
    }

    private long job(int i) {
        return jobs.jobs().get(i * STRIDE % StoredJobs.JOBS);
    }

    private long stored(int i) {
        return jobs.runs().get(i * STRIDE % StoredJobs.RUNS);
    }

    private void read(boolean counts, Measured what, IntConsumer request) {
        tell(counts, what, median(READS, request));
    }

    private void update(int i) {
        var unused = requests.send(
                "PATCH", "/2.0/repos/" + repo, "{\"branch\":\"%s\"}".formatted(i % 2 == 0 ? "feature" : "main"));
    }

    private void allAtOnce() {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

        try {
            List<Future<?>> answers = new ArrayList<>();

            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                answers.add(clients.submit(() -> readOrWrite(number)));
            }

            for (Future<?> answer : answers) {
                var unused = answer.get();
            }
        } catch (ExecutionException e) {
            throw new EnvironmentError("Not all clients were answered: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentError("The benchmark was interrupted", e);
        } finally {
            clients.shutdownNow();
        }
    }

    private void readOrWrite(int i) {
        var unused = i % 2 == 0
                ? requests.send("POST", "/2.0/workspace/mkdirs", "{\"path\":\"/Shared/folder %d\"}".formatted(i))
                : requests.get("/2.2/jobs/runs/get?run_id=" + stored(i));
    }

    private static double median(int times, IntConsumer work) {
        List<Double> all = new ArrayList<>();

        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.accept(i);
            all.add((System.nanoTime() - begin) / 1e6);
        }

        return Distribution.of(all).median();
    }

    private void tell(boolean counts, Measured what, double figure) {
        if (counts) {
            milliseconds.computeIfAbsent(what, unused -> new ArrayList<>()).add(figure);
        }
    }
}
