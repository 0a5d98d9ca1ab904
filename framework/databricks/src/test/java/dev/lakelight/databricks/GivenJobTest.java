package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.jobs.BaseJob;
import com.databricks.sdk.service.jobs.BaseRun;
import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.CronSchedule;
import com.databricks.sdk.service.jobs.ListJobsRequest;
import com.databricks.sdk.service.jobs.ListRunsRequest;
import com.databricks.sdk.service.jobs.NotebookTask;
import com.databricks.sdk.service.jobs.PauseStatus;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunIf;
import com.databricks.sdk.service.jobs.Task;
import com.databricks.sdk.service.jobs.TaskDependency;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import dev.lakelight.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Jobs that somebody has made in a workspace of this machine, run over the tested commit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class GivenJobTest {

    private static final String GIT_FOLDER = "/Repos/admin@localhost/shop";

    private WorkspaceFixture fixture;
    private WorkspaceClient client;
    private Path log;
    private String tested;
    private String cluster;
    private final List<String> lines = new ArrayList<>();

    @BeforeAll
    void makeAJob(@TempDir Path folder) throws Exception {
        fixture = new WorkspaceFixture(folder);
        client = fixture.client();
        log = folder.resolve("events.jsonl");
        fixture.write("tests/holds.sql", "-- Databricks notebook source\nSELECT assert_true(false, 'main')\n")
                .write("tests/fails.sql", "-- Databricks notebook source\nSELECT raise_error('no rows')\n")
                .push("main");
        client.repos()
                .create(new CreateRepoRequest()
                        .setUrl(fixture.url())
                        .setProvider("gitHub")
                        .setPath(GIT_FOLDER));
        tested = fixture.write("tests/holds.sql", "-- Databricks notebook source\nSELECT 1\n")
                .push("feature/x");
        cluster = client.clusters()
                .create(new CreateCluster().setSparkVersion("17.3.x-scala2.13").setNumWorkers(0L))
                .getResponse()
                .getClusterId();
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    private long job(String name, String notebooks) {
        return client.jobs()
                .create(new CreateJob()
                        .setName(name)
                        .setSchedule(new CronSchedule()
                                .setQuartzCronExpression("0 0 0 1 1 ?")
                                .setTimezoneId("UTC")
                                .setPauseStatus(PauseStatus.UNPAUSED))
                        .setTasks(List.of(
                                task("holds", notebooks, RunIf.ALL_SUCCESS),
                                task("fails", notebooks, RunIf.ALL_SUCCESS, "holds"),
                                task("repairs", notebooks, RunIf.ALL_FAILED, "holds"))))
                .getJobId();
    }

    private Task task(String key, String notebooks, RunIf runIf, String... after) {
        return new Task()
                .setTaskKey(key)
                .setExistingClusterId(cluster)
                .setRunIf(runIf)
                .setDependsOn(Stream.of(after)
                        .map(other -> new TaskDependency().setTaskKey(other))
                        .toList())
                .setNotebookTask(
                        new NotebookTask().setNotebookPath(notebooks + (key.equals("repairs") ? "holds" : key)));
    }

    private Verdict run(String job, @Nullable String gitFolder) {
        lines.clear();
        SuiteFolders folders = fixture.suite(List.of(), List.of("tests"));
        TestedSource source = new TestedSource(fixture.url(), "gitHub", "feature/x", tested);
        DatabricksSettings settings = fixture.settings(new Compute.Serverless(), new GivenJob(job, gitFolder));
        RunFacts facts = new DatabricksSuite(settings, source, folders).run(log, lines::add);
        return Verdict.of(result(), facts);
    }

    private SuiteResult result() {
        return EventLog.read(log);
    }

    private void assertThatTheTasksAreTheTests(String job) {
        assertThat(result().tests())
                .as("%s", lines)
                .extracting(
                        test -> test.identity().suite(), test -> test.identity().name(), TestResult::status)
                .containsExactly(
                        tuple("job " + job, "holds", TestStatus.PASSED),
                        tuple("job " + job, "fails", TestStatus.ERROR),
                        tuple("job " + job, "repairs", TestStatus.SKIPPED));
        assertThat(result().tests().get(1).problem().message())
                .startsWith("FAILED on Databricks:\n")
                .contains("no rows")
                .contains(fixture.client().config().getHost());
        assertThat(result().tests().get(2).problem().message()).isEqualTo("The job has left it out: EXCLUDED.");
    }

    @Test
    void runsAJobInItsGitFolderPutOnTheTestedBranchAndFindsItsRunAgain() {
        long job = job("in folder", GIT_FOLDER + "/tests/");

        assertThat(run("in folder", GIT_FOLDER).isGreen()).isFalse();
        assertThatTheTasksAreTheTests("in folder");
        assertThat(client.repos()
                        .get(client.workspace().getStatus(GIT_FOLDER).getObjectId())
                        .getHeadCommitId())
                .isEqualTo(tested);

        run(String.valueOf(job), GIT_FOLDER);
        run("in folder", GIT_FOLDER);
        assertThatTheTasksAreTheTests("in folder");
        assertThat(client.jobs().listRuns(new ListRunsRequest().setJobId(job)))
                .as("one by name, which the same build has found again, and one by id")
                .hasSize(2);
    }

    @Test
    void runsACopyOfAJobFromTheRepositoryAtTheTestedCommit() {
        long job = job("from git", "tests/");

        assertThat(run("from git", null).isGreen()).isFalse();

        assertThatTheTasksAreTheTests("from git");
        assertThat(client.jobs().list(new ListJobsRequest()))
                .extracting(BaseJob::getJobId)
                .contains(job);
        assertThat(client.jobs().list(new ListJobsRequest()))
                .extracting(found -> found.getSettings().getName())
                .noneMatch(name -> name.startsWith("from git "));
        assertThat(client.jobs().listRuns(new ListRunsRequest().setJobId(job))).isEmpty();
        List<Run> runs = StreamSupport.stream(
                        client.jobs().listRuns(new ListRunsRequest()).spliterator(), false)
                .map(BaseRun::getRunId)
                .map(client.jobs()::getRun)
                .filter(run -> run.getGitSource() != null)
                .toList();
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.getGitSource().getGitCommit()).isEqualTo(tested);
            assertThat(run.getGitSource().getGitSnapshot().getUsedCommit()).isEqualTo(tested);
        });
    }

    @Test
    void isRedWhenTheJobWouldRunSomethingElse() {
        job("elsewhere", "/Shared/tests/");

        assertThat(run("elsewhere", GIT_FOLDER).reasons())
                .contains("No task of the job takes its notebook from the Git folder " + GIT_FOLDER
                        + ". Say the folder that its tasks use.");
        assertThat(run("elsewhere", null).reasons())
                .contains(
                        "The job takes /Shared/tests/holds from the workspace, and not from the repository at the tested commit. Let it take its notebooks from git, or say its Git folder.");
        assertThat(run("nowhere", null).reasons())
                .contains("There is no job 'nowhere' in the workspace. Correct its name, or say its id.");
        job("Twice", "tests/");
        long first = job("twice", "tests/");
        long second = job("twice", "tests/");
        assertThat(run("twice", null).reasons())
                .contains("The workspace has 2 jobs 'twice': %d, %d. Say the id of one.".formatted(second, first));
        job("no folder", "/Repos/nobody/shop/tests/");
        assertThat(run("no folder", "/Repos/nobody/shop").reasons())
                .contains(
                        "There is no Git folder /Repos/nobody/shop in the workspace. Make one there, or correct the path.");
    }
}
