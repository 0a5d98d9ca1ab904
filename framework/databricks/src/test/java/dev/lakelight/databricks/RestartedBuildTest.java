package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.jobs.ListJobsRequest;
import com.databricks.sdk.service.jobs.ListRunsRequest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lakelight.databricks.api.RemoteJobs;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.job.RunName;
import dev.lakelight.databricks.suite.SuiteFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that is started again while its run is under way. No task of these needs a cluster. */
class RestartedBuildTest {

    private static final String BASE = "/Users/admin@localhost/.lakelight";

    @TempDir
    Path folder;

    private WorkspaceFixture fixture;
    private RemoteWorkspace workspace;
    private RemoteJobs jobs;

    @BeforeEach
    void start() throws GitAPIException {
        fixture = new WorkspaceFixture(folder);
        workspace = RemoteWorkspace.connect(fixture.login());
        jobs = workspace.jobs();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static ArrayNode tasks() {
        ArrayNode tasks = JsonNodeFactory.instance.arrayNode();
        tasks.addObject()
                .put("task_key", "one")
                .putObject("condition_task")
                .put("op", "EQUAL_TO")
                .put("left", "1")
                .put("right", "1");
        return tasks;
    }

    private Submission submit(Compute compute, String token) {
        return Submission.of(jobs, compute, new RunOrder("suite", token, tasks(), Map.of(), Duration.ofMinutes(1)));
    }

    @Test
    void findsASubmittedRunByItsToken() {
        Submission first = submit(new Compute.Serverless(), "ll_a_0");

        assertThat(submit(new Compute.Serverless(), "ll_a_0")).hasToString(first.toString());
        assertThat(submit(new Compute.Serverless(), "ll_b_0").runId()).isNotEqualTo(first.runId());
        assertThat(fixture.client().jobs().listRuns(new ListRunsRequest())).hasSize(2);
    }

    @Test
    void findsTheJobOfARunAndItsRunByTheToken() {
        Compute cluster = Compute.parse("{\"spark_version\": \"17.3.x-scala2.13\", \"num_workers\": 0}");
        Submission first = submit(cluster, "ll_a_0");
        Submission again = submit(cluster, "ll_a_0");

        assertThat(again.runId()).isEqualTo(first.runId());
        assertThat(again.jobId()).isEqualTo(first.jobId()).isPositive();
        again.forget();
        assertThat(fixture.client().jobs().list(new ListJobsRequest())).isEmpty();
    }

    private List<String> run(String commit) {
        List<String> lines = new ArrayList<>();
        SuiteFolders folders = fixture.suite(List.of(), List.of("pipelines"));
        TestedSource source = new TestedSource(fixture.url(), "gitHub", "main", commit);
        new DatabricksSuite(fixture.settings(new Compute.Serverless()), source, folders)
                .run(folder.resolve("events.jsonl"), lines::add);
        return lines;
    }

    /** It ends before a run is submitted, because the branch has moved on; the name of the run is told by then. */
    @Test
    void goesOnInTheFolderOfItsRunUnlessThatIsOver() throws Exception {
        String commit = fixture.write("pipelines/a_test.sql", "-- Databricks notebook source\nSELECT 1\n")
                .push("main");
        fixture.write("more.txt", "x").push("main");
        String test = "[engine:lakelight]/[notebook:pipelines%2Fa_test.sql]";
        RunName left =
                new RunName(Instant.now().plus(Duration.ofHours(7)), RunName.id(List.of(commit, "build 1", test)));

        workspace.makeFolder(BASE + "/" + left + "/tests");
        assertThat(run(commit)).anyMatch(line -> line.endsWith(", run " + left));
        assertThat(workspace.names(BASE)).isEmpty();

        workspace.makeFolder(BASE + "/" + left + "/" + RunPlace.OVER);
        assertThat(run(commit))
                .anyMatch(line -> line.contains(", run ll_"))
                .noneMatch(line -> line.endsWith(", run " + left));
    }

    /** A build that was killed has not even cancelled its run. */
    @Test
    void leavesAJobThatIsRemovedOnceItHasExpired() throws Exception {
        DatabricksSettings settings = fixture.settings(new Compute.Serverless());
        RunPlace place = new RunPlace(BASE, new RunName(Instant.now().minus(Duration.ofMinutes(2)), "0123456789"));
        new MadeJobs(workspace, place).note("ll_a_0");
        Submission left =
                submit(Compute.parse("{\"spark_version\": \"17.3.x-scala2.13\", \"num_workers\": 0}"), "ll_a_0");
        assertThat(jobs.find("ll_a_0")).hasValue(left.jobId());

        assertThat(DatabricksCleanUp.run(settings, line -> {})).isEqualTo(1);

        assertThat(jobs.find("ll_a_0")).isEmpty();
        assertThat(workspace.names(BASE)).isEmpty();
    }
}
