package dev.lakelight.runtime;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.SecretSpec;
import dev.lakelight.job.file.JobReference;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.RunState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfiguredSecretTest {

    private static final String SECRET = "walrus&teapot-52";
    private static final Configuration CONFIGURATION = new Configuration("small", Map.of(), Map.of(), List.of())
            .withSecrets(List.of(new SecretSpec("my-vault", "token", new SecretSpec.Source.Value(SECRET), null)));

    @RegisterExtension
    static final TestLake lake = new TestLake();

    @Test
    void isReadByNotebooksUnderTheConfigurationAndTheNotebooksThatTheyRun() {
        lake.notebook("child.scala", "dbutils.notebook.exit(dbutils.secrets.get(\"my-vault\", \"token\"))");
        lake.notebook("parent.java", "dbutils.notebook.exit(\"it is \" + dbutils.notebook.run(\"child\", 0));");

        NotebookRun run = lake.notebooks().run("parent", CONFIGURATION);

        assertThat(run).succeeded();
        assertThat(run.exitValue()).contains("it is " + SECRET);
        assertThat(run.record().exitValue()).isEqualTo("it is [REDACTED]");
        assertThatThrownBy(() -> assertThat(run).hasExitValue("other"))
                .hasMessageContaining("exited with 'it is [REDACTED]', but 'other' was expected");
        assertThat(lake.run("child").failure().orElseThrow())
                .hasMessageContaining("Secret does not exist with scope: my-vault and key: token.");
    }

    @Test
    void isReadByTasksOfJobs() {
        lake.notebook(
                "task.java", "dbutils.jobs.taskValues.set(\"same\", dbutils.secrets.get(\"my-vault\", \"token\"));");
        lake.file("job.json", """
                { "name": "secrets", "tasks": [
                  { "task_key": "reads", "notebook_task": { "notebook_path": "task" } },
                  { "task_key": "same", "depends_on": [ { "task_key": "reads" } ], "condition_task":
                      { "op": "EQUAL_TO", "left": "{{tasks.reads.values.same}}", "right": "walrus&teapot-52" } } ] }
                """);

        JobRun run = lake.jobs().run(JobReference.of("job.json"), CONFIGURATION, Map.of());

        assertThat(run).hasTask("same", RunState.SUCCESS);
    }

    @Test
    void isInNothingThatAFailedRunIsToldWith() {
        lake.notebook("fails.java", """
                String token = dbutils.secrets.get("my-vault", "token");
                spark.sql("CREATE OR REPLACE TEMP VIEW v AS SELECT '" + token + "' AS token");
                throw new IllegalStateException("outer " + token, new java.io.IOException("inner " + token));
                """);

        NotebookRun run = lake.notebooks().run("fails", CONFIGURATION);

        StringWriter trace = new StringWriter();
        run.failure().orElseThrow().printStackTrace(new PrintWriter(trace));
        assertThat(run.failure().orElseThrow()).isInstanceOf(CellFailedException.class);
        assertThat(trace.toString())
                .doesNotContain(SECRET)
                .contains(
                        "fails.java:4 (cell 1) failed: outer [REDACTED]",
                        "Caused by: java.lang.IllegalStateException: outer [REDACTED]",
                        "Caused by: java.io.IOException: inner [REDACTED]");
        assertThat(run.record().problem().type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(run).failedWith("inner [REDACTED]");
        assertThatThrownBy(() -> assertThat(run.session().table("v"))
                        .hasSameRowsAs(run.session().sql("SELECT 'x' AS token")))
                .hasMessageContaining("[REDACTED]")
                .message()
                .doesNotContain(SECRET);
    }
}
