package dev.lakelight.benchmark.workspace;

import dev.lakelight.benchmark.measure.Benchmark;
import dev.lakelight.benchmark.measure.Findings;
import dev.lakelight.benchmark.measure.Load;
import dev.lakelight.benchmark.measure.Workbench;
import dev.lakelight.launch.FileTree;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.workspace.Workspace;
import dev.lakelight.workspace.identity.WorkspaceUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What clients of the local workspace wait for, by HTTP, when it holds 1,000 jobs, 10,000 runs and a Git folder of 1,000 files. */
public final class WorkspaceLoad implements Benchmark {

    private static final String TOKEN = "dapi-of-the-benchmark";

    @Override
    public String name() {
        return "workspace";
    }

    @Override
    public String question() {
        return "How fast the local workspace answers with %,d jobs, %,d runs and a Git folder of %,d files."
                .formatted(StoredJobs.JOBS, StoredJobs.RUNS, Remote.FILES);
    }

    @Override
    public Findings run(Workbench workbench) {
        Path folder = workbench.directory().resolve("workspace");
        FileTree.delete(folder);

        try {
            return run(workbench, Files.createDirectories(folder));
        } catch (IOException e) {
            throw new EnvironmentError("The workspace cannot be measured: " + e, e);
        } finally {
            FileTree.delete(folder);
        }
    }

    private static Findings run(Workbench workbench, Path folder) throws IOException {
        Path state = folder.resolve("state");
        workbench.log().accept("Storing %,d jobs and %,d runs".formatted(StoredJobs.JOBS, StoredJobs.RUNS));
        StoredJobs jobs = StoredJobs.in(state);
        Remote remote = Remote.in(folder);

        try (Workspace workspace = Workspace.in(state)
                .user(WorkspaceUser.named(StoredJobs.USER).administrator().withToken(TOKEN))
                .start()) {
            Requests requests = new Requests(workspace.url(), TOKEN);
            WorkspaceRounds rounds = WorkspaceRounds.of(requests, jobs, remote);
            Load load = workbench.quiet();
            WorkspaceTimes times = rounds.run(workbench.rounds());
            return new Findings(load, times.text(), times.measurements());
        }
    }
}
