package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.catalog.CreateVolumeRequestContent;
import com.databricks.sdk.service.catalog.VolumeType;
import com.databricks.sdk.service.files.UploadRequest;
import com.databricks.sdk.service.jobs.BaseRun;
import com.databricks.sdk.service.jobs.ConditionTask;
import com.databricks.sdk.service.jobs.ConditionTaskOp;
import com.databricks.sdk.service.jobs.Continuous;
import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.CronSchedule;
import com.databricks.sdk.service.jobs.FileArrivalTriggerConfiguration;
import com.databricks.sdk.service.jobs.JobSettings;
import com.databricks.sdk.service.jobs.JobsAPI;
import com.databricks.sdk.service.jobs.ListRunsRequest;
import com.databricks.sdk.service.jobs.PauseStatus;
import com.databricks.sdk.service.jobs.PeriodicTriggerConfiguration;
import com.databricks.sdk.service.jobs.PeriodicTriggerConfigurationTimeUnit;
import com.databricks.sdk.service.jobs.Task;
import com.databricks.sdk.service.jobs.TriggerSettings;
import com.databricks.sdk.service.jobs.UpdateJob;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that start without anybody asking. */
class JobTriggerTest {

    private static final CronSchedule EACH_SECOND =
            new CronSchedule().setQuartzCronExpression("* * * * * ?").setTimezoneId("Europe/Berlin");

    @TempDir
    Path folder;

    private final JobWorkspace jobs = JobWorkspace.shared();
    private final String name = "job " + UUID.randomUUID();

    private List<BaseRun> runs(long id) {
        return runs(jobs.user().jobs(), id);
    }

    private static List<BaseRun> runs(JobsAPI api, long id) {
        return StreamSupport.stream(
                        api.listRuns(new ListRunsRequest().setJobId(id)).spliterator(), false)
                .toList();
    }

    private void awaitRuns(long id, int least) {
        awaitRuns(jobs.user().jobs(), id, least);
    }

    private static void awaitRuns(JobsAPI api, long id, int least) {
        Awaitility.await("%d runs of job %d".formatted(least, id))
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> runs(api, id).size() >= least);
    }

    private void pause(long id, JobSettings settings) {
        jobs.user().jobs().update(new UpdateJob().setJobId(id).setNewSettings(settings));
    }

    private void upload(String path) {
        jobs.user()
                .files()
                .upload(new UploadRequest().setFilePath(path).setContents(new ByteArrayInputStream(new byte[] {1})));
    }

    @Test
    void startsByASchedule() {
        long id = jobs.create(new CreateJob().setName(name).setSchedule(EACH_SECOND), JobWorkspace.task("load", ""));

        awaitRuns(id, 2);

        assertThat(String.valueOf(runs(id).get(0).getTrigger())).isEqualTo("PERIODIC");
        pause(
                id,
                new JobSettings()
                        .setSchedule(new CronSchedule()
                                .setQuartzCronExpression("* * * * * ?")
                                .setTimezoneId("UTC")
                                .setPauseStatus(PauseStatus.PAUSED)));
        int before = runs(id).size();
        long other = jobs.create(
                new CreateJob().setName(name + " 2").setSchedule(EACH_SECOND), JobWorkspace.task("load", ""));
        awaitRuns(other, 2);
        jobs.user().jobs().delete(other);
        assertThat(runs(id)).hasSize(before);
    }

    @Test
    void startsWhenAFileHasArrived() {
        String folder = "/Volumes/main/landing/" + UUID.randomUUID().toString().substring(0, 8);
        String[] names = folder.split("/");
        var unused = jobs.admin()
                .volumes()
                .create(new CreateVolumeRequestContent()
                        .setCatalogName(names[2])
                        .setSchemaName(names[3])
                        .setName(names[4])
                        .setVolumeType(VolumeType.MANAGED));
        upload(folder + "/before.csv");
        long id = jobs.create(
                new CreateJob()
                        .setName(name)
                        .setTrigger(new TriggerSettings()
                                .setFileArrival(new FileArrivalTriggerConfiguration().setUrl(folder + "/"))),
                JobWorkspace.task("load", ""));
        long clock = jobs.create(
                new CreateJob().setName(name + " clock").setSchedule(EACH_SECOND), JobWorkspace.task("load", ""));
        awaitRuns(clock, 3);
        assertThat(runs(id)).isEmpty();

        upload(folder + "/new.csv");

        awaitRuns(id, 1);
        assertThat(String.valueOf(runs(id).get(0).getTrigger())).isEqualTo("FILE_ARRIVAL");
        jobs.user().jobs().delete(id);
        jobs.user().jobs().delete(clock);
    }

    @Test
    void startsAgainAndAgain() {
        MovableClock clock = new MovableClock();

        try (Workspace workspace = RunningWorkspace.withUsers(folder)
                .taskClusters(new ScriptedClusters())
                .clock(clock)
                .start()) {
            JobsAPI api = RunningWorkspace.client(workspace, RunningWorkspace.ADMIN_TOKEN)
                    .jobs();
            long hourly = periodic(api, PeriodicTriggerConfigurationTimeUnit.HOURS, 1L);
            long daily = periodic(api, PeriodicTriggerConfigurationTimeUnit.DAYS, 1L);

            clock.move(Duration.ofMinutes(61));
            awaitRuns(api, hourly, 1);
            List<BaseRun> early = runs(api, daily);
            clock.move(Duration.ofHours(23));
            awaitRuns(api, hourly, 2);
            awaitRuns(api, daily, 1);

            assertThat(early).isEmpty();
            assertThat(runs(api, hourly))
                    .as("one for each time that was not missed")
                    .hasSize(2)
                    .extracting(run -> String.valueOf(run.getTrigger()))
                    .containsOnly("PERIODIC");
        }
    }

    private static long periodic(JobsAPI api, PeriodicTriggerConfigurationTimeUnit unit, long interval) {
        return api.create(new CreateJob()
                        .setName(unit.toString())
                        .setTrigger(new TriggerSettings()
                                .setPeriodic(new PeriodicTriggerConfiguration()
                                        .setInterval(interval)
                                        .setUnit(unit)))
                        .setTasks(List.of(new Task()
                                .setTaskKey("check")
                                .setConditionTask(new ConditionTask()
                                        .setOp(ConditionTaskOp.EQUAL_TO)
                                        .setLeft("1")
                                        .setRight("1")))))
                .getJobId();
    }

    @Test
    void startsAgainWhenItHasEnded() {
        long id = jobs.create(
                new CreateJob().setName(name).setContinuous(new Continuous().setPauseStatus(PauseStatus.UNPAUSED)),
                JobWorkspace.task("load", ""));

        awaitRuns(id, 2);

        assertThat(String.valueOf(runs(id).get(0).getTrigger())).isEqualTo("CONTINUOUS");
        pause(id, new JobSettings().setContinuous(new Continuous().setPauseStatus(PauseStatus.PAUSED)));
    }
}
