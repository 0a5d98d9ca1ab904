package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.databricks.api.GitFolder;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.RunName;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.verdict.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One run of a job that somebody else has made, over the tested commit. */
final class GivenJobRun {

    /** A run of the same build that ended so long ago is not under way any more; the job is run again. */
    private static final Duration OVER = Duration.ofMinutes(2);

    private static final int MOST_RUNS = 20;

    private final DatabricksSettings settings;
    private final GivenJob given;
    private final TestedSource source;
    private final RemoteWorkspace workspace;
    private final SuiteLog log;

    GivenJobRun(
            DatabricksSettings settings, GivenJob given, TestedSource source, RemoteWorkspace workspace, SuiteLog log) {
        this.settings = settings;
        this.given = given;
        this.source = source;
        this.workspace = workspace;
        this.log = log;
    }

    RunFacts run(Instant deadline) throws InterruptedException {
        ObjectNode job = workspace.jobs().job(given.job());
        JsonNode jobSettings = job.path("settings");
        String name = jobSettings.path("name").asText(given.job());
        TaskTests tests = new TaskTests(name, jobSettings.path("tasks"), workspace.jobs(), log);
        log.line("Databricks %s as %s, job '%s'".formatted(workspace.host(), workspace.user(), name));
        tests.plan();
        return given.folder() == null
                ? runCopy(jobSettings, name, tests, deadline)
                : runInFolder(job.path("job_id").asLong(), jobSettings, given.folder(), tests, deadline);
    }

    private RunFacts runInFolder(long job, JsonNode jobSettings, String path, TaskTests tests, Instant deadline)
            throws InterruptedException {
        JobNotebooks.requireSomeBelow(path, jobSettings);
        GitFolder folder = workspace.checkOut(workspace.gitFolder(path), source.branch());
        source.requireAt(folder);
        RunFacts facts = await(start(token -> Submission.ofJob(workspace.jobs(), job, token)), tests, deadline);
        GitFolder after = workspace.gitFolder(folder.id());

        if (!after.head().equals(source.commit())) {
            throw new EnvironmentError(
                    "The Git folder %s was moved from commit %s to %s while the job ran. Let builds that share it run one after another."
                            .formatted(path, source.commit(), after.head()));
        }

        return facts;
    }

    private RunFacts runCopy(JsonNode jobSettings, String name, TaskTests tests, Instant deadline)
            throws InterruptedException {
        ObjectNode copy = JobNotebooks.atCommit(jobSettings, source);
        return await(
                start(token -> Submission.ofCopy(
                        workspace.jobs(), copy.deepCopy().put("name", "%s %s".formatted(name, token)), token)),
                tests,
                deadline);
    }

    /** Start the job, or find the run that this build has started before it was interrupted. */
    private Submission start(Function<String, Submission> run) {
        String id = RunName.id(List.of(source.commit(), settings.build(), given.job(), String.valueOf(given.folder())));

        for (int number = 1; number < MOST_RUNS; number++) {
            Submission submission = run.apply("ll_%s_%d".formatted(id, number));

            if (!submission
                    .jobs()
                    .run(submission.runId())
                    .run()
                    .endedBefore(workspace.now().minus(OVER))) {
                return submission;
            }

            submission.forget();
        }

        return run.apply("ll_%s_%d".formatted(id, MOST_RUNS));
    }

    private RunFacts await(Submission submission, TaskTests tests, Instant deadline) throws InterruptedException {
        Optional<FoundRun> run = new AttendedRun(submission, log::line)
                .await(() -> new RunWatch(submission, log::line).await(deadline, tests::tellEnded));
        run.ifPresent(tests::tellRest);
        return run.isPresent() ? RunFacts.ended(0) : RunFacts.timedOut(settings.timeout());
    }
}
