package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.jobs.CancelAllRuns;
import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.QueueSettings;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunLifeCycleState;
import com.databricks.sdk.service.jobs.RunNow;
import com.databricks.sdk.service.jobs.RunResultState;
import com.databricks.sdk.service.jobs.TerminationCodeCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that wait for others, are skipped, or are cut off when the workspace stops. */
class JobQueueTest {

    @TempDir
    Path folder;

    private static long start(JobWorkspace jobs, long id) {
        return jobs.user()
                .jobs()
                .runNow(new RunNow().setJobId(id))
                .getResponse()
                .getRunId();
    }

    private static CreateJob queued() {
        return new CreateJob().setName("queued").setQueue(new QueueSettings().setEnabled(true));
    }

    @Test
    void skipsARunThatIsOneTooMany() {
        try (JobWorkspace jobs = JobWorkspace.in(folder)) {
            jobs.clusters().shut();
            long id = jobs.create("single", JobWorkspace.task("load", "wait"));
            long first = start(jobs, id);

            Run second = jobs.ended(start(jobs, id));

            assertThat(second.getState().getLifeCycleState()).isEqualTo(RunLifeCycleState.SKIPPED);
            assertThat(second.getState().getResultState()).isEqualTo(RunResultState.MAXIMUM_CONCURRENT_RUNS_REACHED);
            assertThat(second.getState().getStateMessage())
                    .isEqualTo("The job has 1 active run, as many as max_concurrent_runs allows.");
            assertThat(second.getStatus().getTerminationDetails().getCode())
                    .isEqualTo(TerminationCodeCode.MAX_CONCURRENT_RUNS_EXCEEDED);
            jobs.clusters().open();
            assertThat(jobs.ended(first).getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        }
    }

    @Test
    void letsARunWaitForItsTurn() {
        try (JobWorkspace jobs = JobWorkspace.in(folder)) {
            jobs.clusters().shut();
            long id = jobs.create(queued(), JobWorkspace.task("load", "wait"));
            long first = start(jobs, id);
            long second = start(jobs, id);
            long third = start(jobs, id);

            Run waiting = jobs.user().jobs().getRun(second);
            assertThat(waiting.getState().getLifeCycleState()).isEqualTo(RunLifeCycleState.QUEUED);
            assertThat(waiting.getState().getQueueReason())
                    .isEqualTo("Queued: the job has 1 active runs, as many as max_concurrent_runs allows.");
            assertThat(String.valueOf(waiting.getStatus().getQueueDetails().getCode()))
                    .isEqualTo("MAX_CONCURRENT_RUNS_REACHED");

            jobs.user().jobs().cancelRun(second);
            assertThat(jobs.ended(second).getState().getResultState()).isEqualTo(RunResultState.CANCELED);
            jobs.clusters().open();
            assertThat(jobs.ended(first).getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
            assertThat(jobs.ended(third).getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        }
    }

    @Test
    void cancelsAllRunsOfAJob() {
        try (JobWorkspace jobs = JobWorkspace.in(folder)) {
            jobs.clusters().shut();
            long id = jobs.create(queued(), JobWorkspace.task("load", "wait"));
            List<Long> runs = List.of(start(jobs, id), start(jobs, id), start(jobs, id));

            jobs.user().jobs().cancelAllRuns(new CancelAllRuns().setJobId(id));

            assertThat(runs)
                    .allSatisfy(run -> assertThat(jobs.ended(run).getState().getResultState())
                            .isEqualTo(RunResultState.CANCELED));
        }
    }

    @Test
    void failsWhatWasActiveAndGoesOnWithWhatWaited() {
        long active;
        long waiting;
        try (JobWorkspace jobs = JobWorkspace.in(folder)) {
            jobs.clusters().shut();
            long id = jobs.create(
                    queued(),
                    JobWorkspace.task("load", "wait"),
                    JobWorkspace.task("next", "").setDependsOn(List.of(JobWorkspace.on("load"))));
            active = start(jobs, id);
            waiting = start(jobs, id);
            jobs.await(active, "RUNNING");
        }

        try (JobWorkspace again = JobWorkspace.in(folder)) {
            Run cut = again.ended(active);
            assertThat(cut.getState().getLifeCycleState()).isEqualTo(RunLifeCycleState.INTERNAL_ERROR);
            assertThat(cut.getState().getResultState()).isEqualTo(RunResultState.FAILED);
            assertThat(cut.getState().getStateMessage())
                    .isEqualTo(
                            "The workspace was stopped while the run was active: it failed by restart. Repair it, or run"
                                    + " it again.");
            assertThat(cut.getTasks())
                    .allSatisfy(
                            task -> assertThat(task.getState().getResultState()).isEqualTo(RunResultState.FAILED));
            assertThat(again.ended(waiting).getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        }
    }
}
