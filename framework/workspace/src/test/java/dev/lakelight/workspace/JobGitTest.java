package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.GitProvider;
import com.databricks.sdk.service.jobs.GitSource;
import com.databricks.sdk.service.jobs.NotebookTask;
import com.databricks.sdk.service.jobs.RepairRun;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunTask;
import com.databricks.sdk.service.jobs.Task;
import com.databricks.sdk.service.jobs.TerminationCodeCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose notebooks come from a repository. */
class JobGitTest {

    @TempDir
    Path folder;

    private final JobWorkspace jobs = JobWorkspace.shared();

    private static Task read(String file) {
        return new Task()
                .setTaskKey("read")
                .setNotebookTask(new NotebookTask()
                        .setNotebookPath("load")
                        .setBaseParameters(Map.of("do", "read", "file", file)));
    }

    private String result(Run run) {
        RunTask task = run.getTasks().iterator().next();
        return jobs.user()
                .jobs()
                .getRunOutput(task.getRunId())
                .getNotebookOutput()
                .getResult();
    }

    private static GitSource source(GitServer server) {
        return new GitSource().setGitUrl(server.url()).setGitProvider(GitProvider.GIT_HUB);
    }

    @Test
    void checksOutABranchForTheRunAndKeepsItsCommitForRepairs() throws Exception {
        try (GitServer server = GitServer.in(folder)) {
            String commit = server.write("version.txt", "one\n").commitAndPush("One", "main");
            long id = jobs.create(
                    new CreateJob().setName("git").setGitSource(source(server).setGitBranch("main")),
                    read("version.txt"));

            Run run = jobs.run(id);
            String first = result(run);
            server.write("version.txt", "two\n").commitAndPush("Two", "main");
            var unused = jobs.user()
                    .jobs()
                    .repairRun(new RepairRun().setRunId(run.getRunId()).setRerunTasks(List.of("read")));
            Run repaired = jobs.ended(run.getRunId());

            assertThat(first).isEqualTo("one");
            assertThat(result(repaired)).isEqualTo("one");
            assertThat(repaired.getGitSource().getGitSnapshot().getUsedCommit()).isEqualTo(commit);
            assertThat(result(jobs.run(id))).isEqualTo("two");
            assertThat(jobs.get().stateFolder().resolve("runs/" + run.getRunId()))
                    .doesNotExist();
        }
    }

    @Test
    void failsWhereTheRepositoryHasNoSuchBranch() throws Exception {
        try (GitServer server = GitServer.in(folder)) {
            Run run = jobs.run(jobs.create(
                    new CreateJob().setName("git").setGitSource(source(server).setGitBranch("nowhere")),
                    read("version.txt")));

            assertThat(run.getStatus().getTerminationDetails().getCode())
                    .isEqualTo(TerminationCodeCode.REPOSITORY_CHECKOUT_FAILED);
            assertThat(run.getState().getStateMessage())
                    .isEqualTo("%s has no branch 'nowhere'.".formatted(server.url()));
        }
    }
}
