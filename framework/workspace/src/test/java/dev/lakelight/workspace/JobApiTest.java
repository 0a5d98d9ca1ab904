package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.core.error.platform.InvalidParameterValue;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.ResourceDoesNotExist;
import com.databricks.sdk.service.jobs.BaseJob;
import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.GetJobRequest;
import com.databricks.sdk.service.jobs.Job;
import com.databricks.sdk.service.jobs.JobAccessControlRequest;
import com.databricks.sdk.service.jobs.JobPermissionLevel;
import com.databricks.sdk.service.jobs.JobPermissionsRequest;
import com.databricks.sdk.service.jobs.JobSettings;
import com.databricks.sdk.service.jobs.ListJobsRequest;
import com.databricks.sdk.service.jobs.NotebookTask;
import com.databricks.sdk.service.jobs.PipelineTask;
import com.databricks.sdk.service.jobs.ResetJob;
import com.databricks.sdk.service.jobs.RunIf;
import com.databricks.sdk.service.jobs.RunNow;
import com.databricks.sdk.service.jobs.Source;
import com.databricks.sdk.service.jobs.Task;
import com.databricks.sdk.service.jobs.UpdateJob;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Jobs are made, changed and told, in all versions of the API. */
class JobApiTest {

    private final JobWorkspace jobs = JobWorkspace.shared();
    private final String name = "job " + UUID.randomUUID();

    private List<BaseJob> list(ListJobsRequest request) {
        return StreamSupport.stream(jobs.user().jobs().list(request).spliterator(), false)
                .toList();
    }

    private JsonNode post(String path, String body) {
        return jobs.raw().send("POST", path, body).json();
    }

    @Test
    void tellsAJobWithItsDefaults() {
        long id = jobs.create(
                new CreateJob().setName(name).setTags(Map.of("team", "sales")), JobWorkspace.task("load", ""));

        Job job = jobs.user().jobs().get(id);

        assertThat(job.getCreatorUserName()).isEqualTo(RunningWorkspace.USER);
        assertThat(job.getRunAsUserName()).isEqualTo(RunningWorkspace.USER);
        assertThat(job.getCreatedTime()).isPositive();
        assertThat(job.getSettings().getName()).isEqualTo(name);
        assertThat(job.getSettings().getTags()).containsEntry("team", "sales");
        assertThat(job.getSettings().getMaxConcurrentRuns()).isEqualTo(1);
        assertThat(job.getSettings().getTimeoutSeconds()).isZero();
        assertThat(job.getSettings().getEmailNotifications()).isNotNull();
        assertThat(job.getSettings().getWebhookNotifications()).isNotNull();
        assertThat(job.getSettings().getTasks()).singleElement().satisfies(task -> {
            assertThat(task.getRunIf()).isEqualTo(RunIf.ALL_SUCCESS);
            assertThat(task.getNotebookTask().getSource()).isEqualTo(Source.WORKSPACE);
        });
    }

    @Test
    void changesAPartOfTheSettings() {
        long id = jobs.create(
                new CreateJob().setName(name).setDescription("old").setTags(Map.of("a", "b")),
                JobWorkspace.task("first", ""),
                JobWorkspace.task("second", ""));

        jobs.user()
                .jobs()
                .update(new UpdateJob()
                        .setJobId(id)
                        .setFieldsToRemove(List.of("description", "tasks/first"))
                        .setNewSettings(new JobSettings()
                                .setMaxConcurrentRuns(3L)
                                .setTasks(
                                        List.of(JobWorkspace.task("second", "fail"), JobWorkspace.task("third", "")))));

        JobSettings settings = jobs.user().jobs().get(id).getSettings();
        assertThat(settings.getName()).isEqualTo(name);
        assertThat(settings.getDescription()).isNull();
        assertThat(settings.getTags()).containsEntry("a", "b");
        assertThat(settings.getMaxConcurrentRuns()).isEqualTo(3);
        assertThat(settings.getTasks()).extracting(Task::getTaskKey).containsExactly("second", "third");
        assertThat(settings.getTasks().iterator().next().getNotebookTask().getBaseParameters())
                .containsEntry("do", "fail");
    }

    @Test
    void replacesAllSettings() {
        long id = jobs.create(new CreateJob().setName(name).setDescription("old"), JobWorkspace.task("first", ""));

        jobs.user()
                .jobs()
                .reset(new ResetJob()
                        .setJobId(id)
                        .setNewSettings(new JobSettings()
                                .setName(name + " 2")
                                .setTasks(List.of(JobWorkspace.task("only", "")))));

        JobSettings settings = jobs.user().jobs().get(id).getSettings();
        assertThat(settings.getName()).isEqualTo(name + " 2");
        assertThat(settings.getDescription()).isNull();
        assertThat(settings.getTasks()).extracting(Task::getTaskKey).containsExactly("only");
    }

    @Test
    void listsJobsInPagesTheNewestFirst() {
        List<Long> ids = IntStream.range(0, 7)
                .mapToObj(i -> jobs.create(name, JobWorkspace.task("load", "")))
                .toList();

        List<BaseJob> found = list(new ListJobsRequest()
                .setName(name.toUpperCase(java.util.Locale.ROOT))
                .setLimit(3L));

        assertThat(found)
                .extracting(BaseJob::getJobId)
                .containsExactlyElementsOf(
                        ids.stream().sorted(java.util.Comparator.reverseOrder()).toList());
        assertThat(found)
                .allSatisfy(job -> assertThat(job.getSettings().getTasks()).isNull());
        assertThat(list(new ListJobsRequest().setName(name).setExpandTasks(true)))
                .allSatisfy(job -> assertThat(job.getSettings().getTasks()).hasSize(1));
    }

    @Test
    void leadsBackToThePageBefore() {
        IntStream.range(0, 5).forEach(i -> jobs.create(name, JobWorkspace.task("load", "")));
        String path = "/api/2.2/jobs/list?limit=2&name=" + name.replace(" ", "%20");
        JsonNode first = jobs.raw().get(path).json();
        JsonNode second = jobs.raw()
                .get(path + "&page_token=" + first.path("next_page_token").asText())
                .json();

        JsonNode back = jobs.raw()
                .get(path + "&page_token=" + second.path("prev_page_token").asText())
                .json();

        assertThat(first.has("prev_page_token")).isFalse();
        assertThat(back.path("jobs")).isEqualTo(first.path("jobs"));
        assertThat(jobs.raw().get(path + "&offset=4").json().path("jobs")).hasSize(1);
    }

    @Test
    void showsAJobOfOldClientsInBothForms() {
        long id =
                post("/api/2.0/jobs/create", """
                        {"name": "%s", "existing_cluster_id": 1, "max_retries": 2, "notebook_task":
                          {"notebook_path": "/Shared/load", "base_parameters": [{"key": "a", "value": "b"}]}}
                        """.formatted(name)).path("job_id").asLong();

        JsonNode old = jobs.raw()
                .send("GET", "/api/2.0/jobs/get", "{\"job_id\": %d}".formatted(id))
                .json()
                .path("settings");
        Task task =
                jobs.user().jobs().get(id).getSettings().getTasks().iterator().next();

        assertThat(old.path("format").asText()).isEqualTo("SINGLE_TASK");
        assertThat(old.has("tasks")).isFalse();
        assertThat(old.path("notebook_task").path("base_parameters").path("a").asText())
                .isEqualTo("b");
        assertThat(old.path("max_retries").asInt()).isEqualTo(2);
        assertThat(task.getExistingClusterId()).isEqualTo("1");
        assertThat(task.getNotebookTask().getBaseParameters()).containsEntry("a", "b");
    }

    @Test
    void tellsLongArraysInPages() {
        Task[] many = IntStream.range(0, 150)
                .mapToObj(i -> JobWorkspace.task("t" + i, ""))
                .toArray(Task[]::new);
        long id = jobs.create(name, many);

        JsonNode first = jobs.raw().get("/api/2.2/jobs/get?job_id=" + id).json();
        JsonNode old = jobs.raw().get("/api/2.1/jobs/get?job_id=" + id).json();

        assertThat(first.path("settings").path("tasks")).hasSize(100);
        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(old.path("settings").path("tasks")).hasSize(150);
        Job second = jobs.user()
                .jobs()
                .get(new GetJobRequest()
                        .setJobId(id)
                        .setPageToken(first.path("next_page_token").asText()));
        assertThat(second.getHasMore()).isNull();
        assertThat(second.getSettings().getTasks())
                .extracting(Task::getTaskKey)
                .hasSize(50)
                .contains("t149");
    }

    @Test
    void forgetsADeletedJob() {
        long id = jobs.create(name, JobWorkspace.task("load", ""));

        jobs.user().jobs().delete(id);

        assertThatThrownBy(() -> jobs.user().jobs().get(id))
                .isInstanceOf(ResourceDoesNotExist.class)
                .hasMessage("Job %d does not exist.".formatted(id));
        assertThat(list(new ListJobsRequest().setName(name))).isEmpty();
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(
                        () -> jobs.create(name, JobWorkspace.task("a", "").setDependsOn(List.of(JobWorkspace.on("b")))))
                .isInstanceOf(InvalidParameterValue.class)
                .hasMessage("There is no task 'b'. The job has: a. Perhaps you mean 'a'.");
        assertThatThrownBy(() -> jobs.create(name, JobWorkspace.task("a", "").setJobClusterKey("small")))
                .hasMessage("The task 'a' names the job cluster 'small', which the job does not have.");
        assertThatThrownBy(() -> jobs.create(
                        name, new Task().setTaskKey("a").setPipelineTask(new PipelineTask().setPipelineId("1"))))
                .isInstanceOf(InvalidParameterValue.class)
                .hasMessage(
                        "The task 'a' cannot be made: A pipeline_task cannot run here: it needs the pipeline service of"
                                + " a workspace.");
        assertThatThrownBy(() -> jobs.create(name, JobWorkspace.task("a b", "")))
                .hasMessage("The task_key 'a b' must have 1 to 100 letters, digits, '-' and '_'.");
        assertThat(post("/api/2.1/jobs/create", """
                        {"git_source": {"git_url": "https://x/y"}, "tasks": [{"task_key": "a", "notebook_task":
                          {"notebook_path": "x"}}]}
                        """).path("message").asText())
                .isEqualTo("git_source.git_provider must be one of: github,gitlab,bitbucketcloud,"
                        + "gitlabenterpriseedition,bitbucketserver,azuredevopsservices,githubenterprise,awscodecommit");
        assertThat(list(new ListJobsRequest().setName(name))).isEmpty();
    }

    @Test
    void refusesSchedulesThatAreNone() {
        String job = """
                {"schedule": {"quartz_cron_expression": "%s", "timezone_id": "%s"},
                 "tasks": [{"task_key": "a", "notebook_task": {"notebook_path": "/Shared/load"}}]}
                """;

        assertThat(post("/api/2.2/jobs/create", job.formatted("0 0 6 * * ?", "Atlantis"))
                        .path("message")
                        .asText())
                .isEqualTo("'Atlantis' is no time zone. Write it such as Europe/Berlin or UTC.");
        assertThat(post("/api/2.2/jobs/create", job.formatted("every day", "UTC"))
                        .path("message")
                        .asText())
                .startsWith("'every day' is no schedule of Quartz: ")
                .endsWith("Write it such as 0 30 6 * * ?.");
    }

    @Test
    void showsJobsToThoseWhoMaySeeThem() {
        long id = jobs.create(
                new CreateJob()
                        .setName(name)
                        .setAccessControlList(List.of(new JobAccessControlRequest()
                                .setUserName(RunningWorkspace.OTHER)
                                .setPermissionLevel(JobPermissionLevel.CAN_VIEW))),
                JobWorkspace.task("load", ""));
        long hidden = jobs.create(name, JobWorkspace.task("load", ""));

        assertThat(jobs.other().jobs().get(id).getJobId()).isEqualTo(id);
        assertThat(StreamSupport.stream(
                                jobs.other()
                                        .jobs()
                                        .list(new ListJobsRequest().setName(name))
                                        .spliterator(),
                                false)
                        .toList())
                .extracting(BaseJob::getJobId)
                .containsExactly(id);
        assertThatThrownBy(() -> jobs.other().jobs().get(hidden))
                .isInstanceOf(PermissionDenied.class)
                .hasMessage(
                        "User linus@example.org does not have View or Admin or Manage Run or Owner permissions on job %d"
                                .formatted(hidden));
        assertThatThrownBy(() -> jobs.other().jobs().runNow(new RunNow().setJobId(id)))
                .isInstanceOf(PermissionDenied.class)
                .hasMessage("User linus@example.org does not have Admin or Manage Run or Owner permissions on job %d"
                        .formatted(id));
        assertThatThrownBy(() -> jobs.other().jobs().delete(id)).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void ownsWhatOneMakes() {
        long id = jobs.create(name, JobWorkspace.task("load", ""));

        assertThat(jobs.user().jobs().getPermissions(String.valueOf(id)).getAccessControlList())
                .anySatisfy(entry -> {
                    assertThat(entry.getUserName()).isEqualTo(RunningWorkspace.USER);
                    assertThat(entry.getAllPermissions())
                            .extracting("permissionLevel")
                            .containsExactly(JobPermissionLevel.IS_OWNER);
                });
    }

    @Test
    void changesHandsButHasOneOwner() {
        long id = jobs.create(name, JobWorkspace.task("load", ""));
        JobAccessControlRequest owner = new JobAccessControlRequest()
                .setUserName(RunningWorkspace.OTHER)
                .setPermissionLevel(JobPermissionLevel.IS_OWNER);

        var unused = jobs.user()
                .jobs()
                .updatePermissions(
                        new JobPermissionsRequest().setJobId(String.valueOf(id)).setAccessControlList(List.of(owner)));

        assertThat(jobs.other().jobs().get(id).getJobId()).isEqualTo(id);
        assertThatThrownBy(() -> jobs.user().jobs().get(id)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> jobs.other()
                        .jobs()
                        .setPermissions(new JobPermissionsRequest()
                                .setJobId(String.valueOf(id))
                                .setAccessControlList(List.of())))
                .hasMessage("The job must have exactly one owner.");
    }

    @Test
    void letsOnlyAdministratorsRunJobsAsOthers() {
        String body = """
                {"name": "%s", "run_as": {"user_name": "%s"},
                 "tasks": [{"task_key": "a", "notebook_task": {"notebook_path": "/Shared/load"}}]}
                """.formatted(name, RunningWorkspace.OTHER);

        assertThat(post("/api/2.2/jobs/create", body).path("error_code").asText())
                .isEqualTo("PERMISSION_DENIED");
        assertThat(RawClient.with(jobs.get(), RunningWorkspace.ADMIN_TOKEN)
                        .send("POST", "/api/2.2/jobs/create", body)
                        .json()
                        .path("job_id")
                        .asLong())
                .isPositive();
    }

    @Test
    void remembersWhoHasMadeAJob() {
        long id = jobs.create(
                name,
                new Task().setTaskKey("a").setNotebookTask(new NotebookTask().setNotebookPath(JobWorkspace.NOTEBOOK)));
        jobs.user().jobs().delete(id);

        assertThat(jobs.get().auditLog().after(0, 100_000))
                .filteredOn(event -> event.serviceName().equals("jobs"))
                .filteredOn(event -> name.equals(event.requestParams().get("name"))
                        || String.valueOf(id).equals(event.requestParams().get("job_id")))
                .extracting(event -> event.userName() + " " + event.actionName())
                .containsExactly(RunningWorkspace.USER + " create", RunningWorkspace.USER + " delete");
    }
}
