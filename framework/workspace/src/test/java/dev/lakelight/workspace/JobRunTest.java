package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.core.error.platform.InvalidParameterValue;
import com.databricks.sdk.core.error.platform.ResourceDoesNotExist;
import com.databricks.sdk.service.compute.ClusterSpec;
import com.databricks.sdk.service.jobs.BaseRun;
import com.databricks.sdk.service.jobs.ConditionTask;
import com.databricks.sdk.service.jobs.ConditionTaskOp;
import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.ForEachTask;
import com.databricks.sdk.service.jobs.GetRunRequest;
import com.databricks.sdk.service.jobs.JobCluster;
import com.databricks.sdk.service.jobs.JobParameterDefinition;
import com.databricks.sdk.service.jobs.ListRunsRequest;
import com.databricks.sdk.service.jobs.NotebookTask;
import com.databricks.sdk.service.jobs.RepairRun;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunIf;
import com.databricks.sdk.service.jobs.RunJobTask;
import com.databricks.sdk.service.jobs.RunLifeCycleState;
import com.databricks.sdk.service.jobs.RunNow;
import com.databricks.sdk.service.jobs.RunOutput;
import com.databricks.sdk.service.jobs.RunResultState;
import com.databricks.sdk.service.jobs.RunTask;
import com.databricks.sdk.service.jobs.SparkJarTask;
import com.databricks.sdk.service.jobs.SubmitRun;
import com.databricks.sdk.service.jobs.SubmitTask;
import com.databricks.sdk.service.jobs.Task;
import com.databricks.sdk.service.jobs.TaskDependency;
import com.databricks.sdk.service.jobs.TerminationCodeCode;
import com.databricks.sdk.service.jobs.ViewsToExport;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.run.TaskAttempt;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Runs of jobs, from their start to what they have left. */
class JobRunTest {

    private final JobWorkspace jobs = JobWorkspace.shared();
    private final String name = "job " + UUID.randomUUID();

    private static RunTask task(Run run, String key) {
        return run.getTasks().stream()
                .filter(task -> task.getTaskKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> results(Run run) {
        return run.getTasks().stream()
                .map(task -> task.getTaskKey() + " " + task.getState().getResultState())
                .toList();
    }

    private RunOutput output(RunTask task) {
        return jobs.user().jobs().getRunOutput(task.getRunId());
    }

    private List<TaskAttempt> attempts(Run run) {
        return jobs.clusters().attempts.stream()
                .filter(attempt -> attempt.job().runId() == run.getRunId())
                .toList();
    }

    @Test
    void runsANotebookAndTellsWhatItLeft() {
        Run run = jobs.run(jobs.create(name, JobWorkspace.task("load", "", "exit", "42 rows")));

        assertThat(run.getState().getLifeCycleState()).isEqualTo(RunLifeCycleState.TERMINATED);
        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        assertThat(run.getStatus().getTerminationDetails().getCode()).isEqualTo(TerminationCodeCode.SUCCESS);
        assertThat(run.getRunName()).isEqualTo(name);
        assertThat(run.getNumberInJob()).isEqualTo(run.getRunId());
        assertThat(run.getEndTime()).isGreaterThanOrEqualTo(run.getStartTime());
        assertThat(run.getRunPageUrl())
                .isEqualTo("%s/runs/%d".formatted(jobs.get().url(), run.getRunId()));
        assertThat(task(run, "load").getClusterInstance().getClusterId()).startsWith("job-" + run.getRunId());
        RunOutput output = output(task(run, "load"));
        assertThat(output.getNotebookOutput().getResult()).isEqualTo("42 rows");
        assertThat(output.getNotebookOutput().getTruncated()).isFalse();
        assertThat(output.getMetadata().getJobRunId()).isEqualTo(run.getRunId());
        assertThat(output.getError()).isNull();
    }

    @Test
    void tellsWhyATaskFailed() {
        Run run = jobs.run(jobs.create(
                name,
                JobWorkspace.task("load", "fail"),
                JobWorkspace.task("report", "").setDependsOn(List.of(JobWorkspace.on("load"))),
                JobWorkspace.task("clean", "")
                        .setDependsOn(List.of(JobWorkspace.on("report")))
                        .setRunIf(RunIf.AT_LEAST_ONE_SUCCESS)));

        assertThat(results(run)).containsExactly("load FAILED", "report UPSTREAM_FAILED", "clean UPSTREAM_FAILED");
        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.FAILED);
        assertThat(run.getState().getStateMessage())
                .isEqualTo("Task load failed with message: Workload failed, see run output for details.");
        assertThat(task(run, "load").getStatus().getTerminationDetails().getCode())
                .isEqualTo(TerminationCodeCode.RUN_EXECUTION_ERROR);
        assertThat(task(run, "report").getStatus().getTerminationDetails().getCode())
                .isEqualTo(TerminationCodeCode.SKIPPED);
        assertThat(output(task(run, "load")).getError()).isEqualTo("no <rows>");
        assertThat(output(task(run, "load")).getErrorTrace()).isEqualTo("at a.b");
    }

    @Test
    void asksForTheOutputOfEachTask() {
        Run run = jobs.run(jobs.create(name, JobWorkspace.task("a", ""), JobWorkspace.task("b", "")));

        assertThatThrownBy(() -> jobs.user().jobs().getRunOutput(run.getRunId()))
                .isInstanceOf(InvalidParameterValue.class)
                .hasMessage(
                        "Retrieving the output of runs with multiple tasks is not supported. Please retrieve the output"
                                + " of each individual task run instead.");
        assertThatThrownBy(() -> jobs.user().jobs().getRun(999_999_999))
                .isInstanceOf(ResourceDoesNotExist.class)
                .hasMessage("Run 999999999 does not exist.");
    }

    @Test
    void triesATaskAgain() {
        Run run = jobs.run(
                jobs.create(name, JobWorkspace.task("load", "fail once").setMaxRetries(2L)));

        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        assertThat(run.getTasks()).singleElement().satisfies(task -> {
            assertThat(task.getAttemptNumber()).isEqualTo(1);
            assertThat(output(task).getNotebookOutput().getResult()).isEqualTo("second");
        });
        Run history = jobs.user()
                .jobs()
                .getRun(new GetRunRequest().setRunId(run.getRunId()).setIncludeHistory(true));
        assertThat(results(history)).containsExactly("load FAILED", "load SUCCESS");
        assertThat(attempts(run))
                .extracting(attempt -> attempt.job().taskRunId())
                .containsExactlyElementsOf(
                        history.getTasks().stream().map(RunTask::getRunId).toList());
    }

    @Test
    void givesParametersOfAllKinds() {
        long id = jobs.create(
                new CreateJob()
                        .setName(name)
                        .setParameters(List.of(
                                new JobParameterDefinition().setName("day").setDefault("monday"),
                                new JobParameterDefinition().setName("region").setDefault("eu"))),
                JobWorkspace.task("load", "", "limit", "1", "run", "{{job.run_id}}"),
                new Task()
                        .setTaskKey("jar")
                        .setDependsOn(List.of(JobWorkspace.on("load")))
                        .setSparkJarTask(new SparkJarTask()
                                .setMainClassName("shop.Report")
                                .setParameters(List.of("{{job.parameters.day}}"))));

        Run run = jobs.ended(jobs.user()
                .jobs()
                .runNow(new RunNow()
                        .setJobId(id)
                        .setJobParameters(Map.of("day", "friday"))
                        .setNotebookParams(Map.of("limit", "2")))
                .getResponse()
                .getRunId());

        List<TaskAttempt> attempts = attempts(run);
        assertThat(((TaskAction.Notebook) attempts.get(0).action()).parameters())
                .containsEntry("limit", "2")
                .containsEntry("day", "friday")
                .containsEntry("region", "eu")
                .containsEntry("run", String.valueOf(run.getRunId()));
        assertThat(((TaskAction.Jar) attempts.get(1).action()).arguments()).containsExactly("friday");
        assertThat(run.getJobParameters())
                .extracting("name", "value")
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("day", "friday"),
                        org.assertj.core.groups.Tuple.tuple("region", null));
        assertThat(run.getOverridingParameters().getNotebookParams()).containsEntry("limit", "2");
        assertThat(output(task(run, "jar")).getLogs()).isEqualTo("printed <b>\n");
    }

    @Test
    void refusesParametersThatTheJobDoesNotHave() {
        long id = jobs.create(name, JobWorkspace.task("load", ""));

        assertThatThrownBy(() ->
                        jobs.user().jobs().runNow(new RunNow().setJobId(id).setJobParameters(Map.of("x", "1"))))
                .isInstanceOf(InvalidParameterValue.class)
                .hasMessageContaining("has no parameter 'x'");
        assertThatThrownBy(() -> jobs.user()
                        .jobs()
                        .runNow(new RunNow().setJobId(id).setNotebookParams(Map.of("x", "1".repeat(10_000)))))
                .hasMessage("notebook_params has more than 10000 bytes as JSON.");
        assertThatThrownBy(() ->
                        jobs.user().jobs().runNow(new RunNow().setJobId(id).setOnly(List.of("lod"))))
                .hasMessage("'only' names the task 'lod', but the job has: load.");
    }

    @Test
    void runsOnlyWhatIsAskedFor() {
        long id = jobs.create(
                name,
                JobWorkspace.task("a", "fail"),
                JobWorkspace.task("b", "").setDependsOn(List.of(JobWorkspace.on("a"))),
                JobWorkspace.task("c", "").setDependsOn(List.of(JobWorkspace.on("b"))));

        Run run = jobs.ended(jobs.user()
                .jobs()
                .runNow(new RunNow().setJobId(id).setOnly(List.of("b+")))
                .getResponse()
                .getRunId());

        assertThat(results(run)).containsExactly("b SUCCESS", "c SUCCESS");
    }

    @Test
    void followsConditionsAndRunsTasksForEachElement() {
        Run run = jobs.run(jobs.create(
                name,
                JobWorkspace.task("set", "set", "value", "[\"a\",\"b\"]"),
                new Task()
                        .setTaskKey("is")
                        .setConditionTask(new ConditionTask()
                                .setOp(ConditionTaskOp.EQUAL_TO)
                                .setLeft("1")
                                .setRight("1")),
                JobWorkspace.task("yes", "")
                        .setDependsOn(
                                List.of(new TaskDependency().setTaskKey("is").setOutcome("true"))),
                JobWorkspace.task("no", "")
                        .setDependsOn(
                                List.of(new TaskDependency().setTaskKey("is").setOutcome("false"))),
                new Task()
                        .setTaskKey("each")
                        .setDependsOn(List.of(JobWorkspace.on("set")))
                        .setForEachTask(new ForEachTask()
                                .setInputs("{{tasks.set.values.rows}}")
                                .setConcurrency(2L)
                                .setTask(JobWorkspace.task("one", "", "exit", "{{input}}")))));

        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        assertThat(results(run))
                .containsExactlyInAnyOrder("set SUCCESS", "is SUCCESS", "yes SUCCESS", "no EXCLUDED", "each SUCCESS");
        assertThat(task(run, "is").getConditionTask().getOutcome()).isEqualTo("true");
        assertThat(task(run, "each")
                        .getForEachTask()
                        .getStats()
                        .getTaskRunStats()
                        .getSucceededIterations())
                .isEqualTo(2);
        List<RunTask> iterations = List.copyOf(
                jobs.user().jobs().getRun(task(run, "each").getRunId()).getIterations());
        assertThat(iterations)
                .extracting(each -> output(each).getNotebookOutput().getResult())
                .containsExactly("a", "b");
    }

    @Test
    void runsAnotherJob() {
        long other = jobs.create(
                new CreateJob()
                        .setName(name + " other")
                        .setParameters(List.of(
                                new JobParameterDefinition().setName("day").setDefault("?"))),
                JobWorkspace.task("load", ""));

        Run run = jobs.run(jobs.create(
                name,
                new Task()
                        .setTaskKey("other")
                        .setRunJobTask(new RunJobTask().setJobId(other).setJobParameters(Map.of("day", "friday")))));

        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        long childId = output(task(run, "other")).getRunJobOutput().getRunId();
        Run child = jobs.user().jobs().getRun(childId);
        assertThat(child.getJobId()).isEqualTo(other);
        assertThat(String.valueOf(child.getTrigger())).isEqualTo("RUN_JOB_TASK");
        assertThat(child.getJobParameters()).extracting("value").containsExactly("friday");
    }

    @Test
    void sharesAJobClusterByItsKey() {
        ClusterSpec small = new ClusterSpec().setNumWorkers(1L).setSparkVersion("4.2");
        Run run = jobs.run(jobs.create(
                new CreateJob()
                        .setName(name)
                        .setJobClusters(List.of(
                                new JobCluster().setJobClusterKey("small").setNewCluster(small))),
                JobWorkspace.task("a", "").setJobClusterKey("small"),
                JobWorkspace.task("b", "").setJobClusterKey("small"),
                JobWorkspace.task("c", "").setNewCluster(small),
                JobWorkspace.task("d", "").setExistingClusterId("shared")));

        assertThat(task(run, "a").getClusterInstance().getClusterId())
                .isEqualTo(task(run, "b").getClusterInstance().getClusterId())
                .isNotEqualTo(task(run, "c").getClusterInstance().getClusterId());
        assertThat(task(run, "d").getClusterInstance().getClusterId()).isEqualTo("shared");
        assertThat(jobs.clusters().events.stream().filter(("made for " + run.getRunId())::equals))
                .hasSize(2);
        assertThat(jobs.clusters().events)
                .contains(
                        "closed " + task(run, "a").getClusterInstance().getClusterId(),
                        "closed " + task(run, "c").getClusterInstance().getClusterId());
    }

    @Test
    void failsWhereThereIsNoClusterOrNotebook() {
        Run run = jobs.run(jobs.create(
                name,
                JobWorkspace.task("a", "").setExistingClusterId("missing"),
                new Task()
                        .setTaskKey("b")
                        .setNotebookTask(
                                new NotebookTask().setNotebookPath("/Users/" + RunningWorkspace.OTHER + "/x"))));

        assertThat(task(run, "a").getState().getLifeCycleState()).isEqualTo(RunLifeCycleState.INTERNAL_ERROR);
        assertThat(task(run, "a").getState().getStateMessage()).isEqualTo("Cluster missing does not exist");
        assertThat(task(run, "b").getStatus().getTerminationDetails().getCode())
                .isEqualTo(TerminationCodeCode.RESOURCE_NOT_FOUND);
        assertThat(task(run, "b").getState().getStateMessage())
                .isEqualTo(
                        "Unable to access the notebook \"/Users/linus@example.org/x\". Either it does not exist, or the"
                                + " identity used to run this job, grace@example.org, lacks the required permissions.");
    }

    @Test
    void repairsARun() {
        Task load = JobWorkspace.task("load", "set");
        Task check = JobWorkspace.task("check", "fail once", "rows", "{{tasks.load.values.rows}}")
                .setDependsOn(List.of(JobWorkspace.on("load")));
        Task report = JobWorkspace.task("report", "").setDependsOn(List.of(JobWorkspace.on("check")));
        long id = jobs.create(name, load, JobWorkspace.task("other", "fail"), report, check);
        Run first = jobs.run(id);
        assertThat(results(first)).contains("other FAILED");

        long repair = jobs.user()
                .jobs()
                .repairRun(new RepairRun()
                        .setRunId(first.getRunId())
                        .setRerunTasks(List.of("other"))
                        .setNotebookParams(Map.of("do", "read", "file", "nothing.txt")))
                .getResponse()
                .getRepairId();
        Run second = jobs.ended(first.getRunId());
        assertThatThrownBy(() -> jobs.user()
                        .jobs()
                        .repairRun(new RepairRun().setRunId(first.getRunId()).setRerunAllFailedTasks(true)))
                .hasMessage("The run was repaired before: latest_repair_id must be %d, the id of its latest repair."
                        .formatted(repair));
        var unused = jobs.user()
                .jobs()
                .repairRun(new RepairRun()
                        .setRunId(first.getRunId())
                        .setLatestRepairId(repair)
                        .setRerunAllFailedTasks(true)
                        .setNotebookParams(Map.of("do", "")));
        Run third = jobs.ended(first.getRunId());

        assertThat(results(second)).contains("other FAILED", "load SUCCESS");
        assertThat(third.getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        assertThat(task(third, "load").getRunId()).isEqualTo(task(first, "load").getRunId());
        assertThat(task(third, "other").getAttemptNumber()).isEqualTo(2);
        Run history = jobs.user()
                .jobs()
                .getRun(new GetRunRequest().setRunId(first.getRunId()).setIncludeHistory(true));
        assertThat(history.getRepairHistory()).hasSize(3);
    }

    @Test
    void cancelsARunThatGoesOn() {
        JobWorkspace own = jobs;
        own.clusters().shut();
        long id = own.create(
                name,
                JobWorkspace.task("load", "wait"),
                JobWorkspace.task("next", "").setDependsOn(List.of(JobWorkspace.on("load"))));
        long runId = own.user()
                .jobs()
                .runNow(new RunNow().setJobId(id))
                .getResponse()
                .getRunId();
        own.await(runId, "RUNNING");
        assertThatThrownBy(() -> own.user().jobs().deleteRun(runId))
                .hasMessage("Run %d is active. Cancel it, and delete it when it is over.".formatted(runId));

        own.user().jobs().cancelRun(runId);

        Run run = own.ended(runId);
        own.clusters().open();
        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.CANCELED);
        assertThat(run.getState().getStateMessage()).isEqualTo("Run cancelled.");
        assertThat(run.getState().getUserCancelledOrTimedout()).isTrue();
        assertThat(run.getStatus().getTerminationDetails().getCode()).isEqualTo(TerminationCodeCode.USER_CANCELED);
        assertThat(results(run)).containsExactly("load CANCELED", "next CANCELED");
        own.user().jobs().deleteRun(runId);
        assertThatThrownBy(() -> own.user().jobs().getRun(runId)).isInstanceOf(ResourceDoesNotExist.class);
    }

    @Test
    void endsARunWhoseTimeIsUp() {
        Run run = jobs.run(
                jobs.create(new CreateJob().setName(name).setTimeoutSeconds(1L), JobWorkspace.task("load", "sleep")));

        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.TIMEDOUT);
        assertThat(results(run)).containsExactly("load CANCELED");
    }

    @Test
    void submitsARunWithoutAJobOnce() {
        SubmitRun submit = new SubmitRun()
                .setRunName(name)
                .setIdempotencyToken(name)
                .setTasks(List.of(new SubmitTask()
                        .setTaskKey("load")
                        .setNotebookTask(new NotebookTask()
                                .setNotebookPath(JobWorkspace.NOTEBOOK)
                                .setBaseParameters(Map.of("exit", "done")))));

        long first = jobs.user().jobs().submit(submit).getResponse().getRunId();
        long second = jobs.user().jobs().submit(submit).getResponse().getRunId();

        assertThat(second).isEqualTo(first);
        Run run = jobs.ended(first);
        assertThat(run.getRunName()).isEqualTo(name);
        assertThat(String.valueOf(run.getRunType())).isEqualTo("SUBMIT_RUN");
        assertThat(output(task(run, "load")).getNotebookOutput().getResult()).isEqualTo("done");
        assertThatThrownBy(() -> jobs.other().jobs().getRun(first)).hasMessageContaining("does not have View");
        assertThatThrownBy(() -> jobs.other().jobs().submit(submit))
                .as("the token of somebody else")
                .hasMessageContaining("does not have View");
    }

    @Test
    void runsAJobOnceForAToken() {
        long job = jobs.create(name, JobWorkspace.task("load", "", "exit", "none"));
        RunNow first = new RunNow().setJobId(job).setIdempotencyToken("one").setNotebookParams(Map.of("exit", "first"));
        RunNow second =
                new RunNow().setJobId(job).setIdempotencyToken("one").setNotebookParams(Map.of("exit", "second"));

        long runId = jobs.user().jobs().runNow(first).getResponse().getRunId();

        assertThat(jobs.user().jobs().runNow(second).getResponse().getRunId()).isEqualTo(runId);
        assertThat(output(task(jobs.ended(runId), "load")).getNotebookOutput().getResult())
                .isEqualTo("first");
        assertThat(jobs.user().jobs().runNow(second).getResponse().getRunId())
                .as("also when it is over")
                .isEqualTo(runId);
    }

    @Test
    void answersOldClientsWithTheIdOfTheRun() {
        long runId = jobs.raw()
                .send("POST", "/api/2.0/jobs/runs/submit", """
                        {"run_name": "nutter", "existing_cluster_id": 7, "notebook_task": {"notebook_path": "/Shared/load",
                          "base_parameters": [{"key": "exit", "value": "passed"}]}}
                        """)
                .json()
                .path("run_id")
                .asLong();
        var unused = jobs.ended(runId);

        var output =
                jobs.raw().get("/api/2.0/jobs/runs/get-output?run_id=" + runId).json();

        assertThat(output.path("notebook_output").path("result").asText()).isEqualTo("passed");
        assertThat(output.path("metadata").path("state").path("result_state").asText())
                .isEqualTo("SUCCESS");
        assertThat(output.path("metadata")
                        .path("task")
                        .path("notebook_task")
                        .path("notebook_path")
                        .asText())
                .isEqualTo("/Shared/load");
    }

    @Test
    void exportsANotebookWithNothingToRun() {
        Run run = jobs.run(jobs.create(name, JobWorkspace.task("load", "")));

        String html = jobs.user()
                .jobs()
                .exportRun(new com.databricks.sdk.service.jobs.ExportRunRequest()
                        .setRunId(task(run, "load").getRunId())
                        .setViewsToExport(ViewsToExport.ALL))
                .getViews()
                .iterator()
                .next()
                .getContent();

        assertThat(html)
                .contains("SELECT &#39;&lt;script&gt;alert(1)&lt;/script&gt;&#39;")
                .contains("<h2>a &lt;title&gt;</h2>")
                .contains("printed &lt;b&gt;")
                .doesNotContain("<script");
    }

    @Test
    void listsRunsInPagesTheNewestFirst() {
        long id = jobs.create(name, JobWorkspace.task("load", ""));
        List<Long> runs = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> jobs.run(id).getRunId())
                .toList();

        List<BaseRun> found =
                list(new ListRunsRequest().setJobId(id).setLimit(2L).setExpandTasks(true));

        assertThat(found)
                .extracting(BaseRun::getRunId)
                .containsExactlyElementsOf(runs.stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        assertThat(found).allSatisfy(run -> assertThat(run.getTasks()).hasSize(1));
        assertThat(list(new ListRunsRequest().setJobId(id).setActiveOnly(true))).isEmpty();
        assertThat(list(new ListRunsRequest().setJobId(id).setCompletedOnly(true)))
                .hasSize(5);
        long middle = Objects.requireNonNull(found.get(2).getStartTime());
        assertThat(list(new ListRunsRequest().setJobId(id).setStartTimeFrom(middle)))
                .hasSizeBetween(3, 5);
        assertThat(list(new ListRunsRequest().setJobId(id).setStartTimeFrom(Long.MAX_VALUE / 2)))
                .isEmpty();
    }

    private List<BaseRun> list(ListRunsRequest request) {
        return StreamSupport.stream(jobs.user().jobs().listRuns(request).spliterator(), false)
                .toList();
    }
}
