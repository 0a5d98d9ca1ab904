package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunJobTask;
import com.databricks.sdk.service.jobs.RunTask;
import com.databricks.sdk.service.jobs.Task;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of jobs and runs. */
class RunPageTest {

    @TempDir
    Path folder;

    private JobWorkspace jobs;

    @BeforeEach
    void start() {
        jobs = JobWorkspace.in(folder);
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    private String page(String path) {
        return jobs.raw().get(path).text();
    }

    private static RunTask task(Run run, String key) {
        return run.getTasks().stream()
                .filter(task -> task.getTaskKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leadFromAJobToItsRunsTheirTasksAndWhatTheseHaveLeft() {
        long job = jobs.create("nightly <b>", JobWorkspace.task("load", "exit", "value", "7 rows"));
        Run run = jobs.run(job);
        RunTask load = task(run, "load");

        assertThat(page("/jobs"))
                .contains("<a href=\"/jobs/%d\">nightly &lt;b&gt;</a>".formatted(job))
                .doesNotContain("Older jobs");
        assertThat(page("/jobs/" + job)).contains("href=\"/runs/%d\"".formatted(run.getRunId()), "notebook_task");
        assertThat(page("/runs/" + run.getRunId()))
                .contains(
                        "<b class=\"good\">SUCCESS</b>",
                        "<a href=\"/tasks/%d\">load</a>".formatted(load.getRunId()),
                        "<td>1</td>");
        assertThat(page("/tasks/" + load.getRunId()))
                .contains("<a href=\"/runs/%1$d\">run %1$d</a>".formatted(run.getRunId()), "<iframe sandbox");
    }

    @Test
    void leadFromATaskToTheRunThatItHasMade() {
        long inner = jobs.create("inner", JobWorkspace.task("load", "exit", "value", "1"));
        Run run = jobs.run(
                jobs.create("outer", new Task().setTaskKey("runs").setRunJobTask(new RunJobTask().setJobId(inner))));
        long child = jobs.admin()
                .jobs()
                .getRunOutput(task(run, "runs").getRunId())
                .getRunJobOutput()
                .getRunId();

        assertThat(page("/tasks/" + task(run, "runs").getRunId()))
                .contains("<a href=\"/runs/%1$d\">run %1$d</a>".formatted(child));
    }

    @Test
    void leadToOlderRuns() {
        long job = jobs.create("often", JobWorkspace.task("load", "exit", "value", "1"));

        for (int i = 0; i < 26; i++) {
            Run unused = jobs.run(job);
        }

        String newest = page("/runs");
        Matcher older =
                Pattern.compile("href=\"(/runs\\?page=[^\"]+)\">Older runs").matcher(newest);
        assertThat(older.find()).as(newest).isTrue();
        assertThat(newest.split("href=\"/runs/\\d", -1)).hasSize(26);
        assertThat(page(older.group(1)).split("href=\"/runs/\\d", -1)).hasSize(2);
    }
}
