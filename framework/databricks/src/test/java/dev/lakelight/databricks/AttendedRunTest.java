package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.service.jobs.RunLifeCycleState;
import com.databricks.sdk.service.jobs.RunResultState;
import com.databricks.sdk.service.jobs.RunState;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lakelight.databricks.api.RemoteJobs;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.problem.EnvironmentError;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are given up while they wait for their cluster. */
class AttendedRunTest {

    private static final String NOTEBOOK = "/Users/admin@localhost/slow";

    @TempDir
    Path folder;

    private WorkspaceFixture fixture;
    private RemoteJobs jobs;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void start() throws GitAPIException {
        fixture = new WorkspaceFixture(folder);
        RemoteWorkspace workspace = RemoteWorkspace.connect(fixture.login());
        workspace.writeNotebook(NOTEBOOK, "-- Databricks notebook source\nSELECT 1\n");
        jobs = workspace.jobs();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Submission submit() {
        return submit(new Compute.Serverless());
    }

    private Submission submit(Compute compute) {
        ArrayNode tasks = JsonNodeFactory.instance.arrayNode();
        tasks.addObject().put("task_key", "one").putObject("notebook_task").put("notebook_path", NOTEBOOK);
        RunOrder order = new RunOrder("suite", "ll_a_0", tasks, Map.of(), Duration.ofMinutes(5));
        return Submission.of(jobs, compute, order);
    }

    private void assertThatItWasCancelled(Submission submission) throws InterruptedException {
        RunState state = state(submission);

        while (state.getLifeCycleState() != RunLifeCycleState.TERMINATED) {
            TimeUnit.MILLISECONDS.sleep(50);
            state = state(submission);
        }

        assertThat(state.getResultState()).as("%s", state).isEqualTo(RunResultState.CANCELED);
    }

    private RunState state(Submission submission) {
        return fixture.client().jobs().getRun(submission.runId()).getState();
    }

    @Test
    void isCancelledWhenTheTimeIsUp() throws InterruptedException {
        Submission submission = submit();

        assertThat(new AttendedRun(submission, lines::add)
                        .await(() -> new RunWatch(submission, lines::add).await(Instant.now(), run -> {})))
                .isEmpty();

        assertThatItWasCancelled(submission);
    }

    @Test
    void leavesNoJobWhenTheTimeIsUp() throws InterruptedException {
        Submission submission = submit(Compute.parse("{\"spark_version\": \"17.3.x-scala2.13\", \"num_workers\": 0}"));
        assertThat(jobs.find("ll_a_0")).hasValue(submission.jobId());

        assertThat(new AttendedRun(submission, lines::add)
                        .await(() -> new RunWatch(submission, lines::add).await(Instant.now(), run -> {})))
                .isEmpty();

        assertThat(jobs.find("ll_a_0")).isEmpty();
        assertThatItWasCancelled(submission);
    }

    @Test
    void isCancelledWhenTheWorkspaceDoesNotTellOfItAnyMore() throws InterruptedException {
        Submission submission = submit();
        Submission forgotten = new Submission(jobs, 4_711, 0);
        Instant deadline = Instant.now().plusSeconds(60);

        assertThatThrownBy(() -> new AttendedRun(submission, lines::add)
                        .await(() -> new RunWatch(forgotten, lines::add, Duration.ZERO).await(deadline, run -> {})))
                .isInstanceOf(EnvironmentError.class)
                .hasMessageStartingWith("Databricks did not tell of the run 4711: ");

        assertThatItWasCancelled(submission);
    }

    @Test
    void isAskedForAgainWhileThereIsPatience() throws InterruptedException {
        Submission forgotten = new Submission(jobs, 4_711, 0);

        assertThat(new RunWatch(forgotten, lines::add).await(Instant.now().plusMillis(700), run -> {}))
                .isEmpty();

        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> line.startsWith("...   Databricks did not tell of the run 4711: "));
    }
}
