package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.TableSample;
import dev.lakelight.result.Warning;
import dev.lakelight.secret.KnownSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicCellTest {

    @RegisterExtension
    static final TestLake lake = new TestLake();

    private static NotebookRun run(String name, String... cells) {
        lake.notebook(name + ".sql", String.join("\n-- COMMAND ----------\n", cells));
        return lake.run(name);
    }

    private static Stream<String> texts(NotebookRun run) {
        return run.record().cells().stream().map(CellRun::text).map(String::strip);
    }

    @Test
    void runsFileCommands() {
        String folder = lake.base().resolve("data").toString();

        NotebookRun run = run(
                "files",
                "-- MAGIC %fs mkdirs " + folder,
                "-- MAGIC %fs put " + folder + "/a.csv \"one, two\"",
                "-- MAGIC %fs put --overwrite=true " + folder + "/a.csv 'three'",
                "-- MAGIC %fs cp -r " + folder + " " + folder + "2",
                "-- MAGIC %fs head --maxBytes=2 " + folder + "2/a.csv",
                "-- MAGIC %fs\n-- MAGIC ls " + folder + "2",
                "-- MAGIC %fs mv " + folder + "2/a.csv " + folder + "/b.csv",
                "-- MAGIC %fs rm " + folder + " true",
                "-- MAGIC %fs mounts");

        assertThat(run.failure()).isEmpty();
        assertThat(texts(run))
                .containsExactly(
                        "true",
                        "Wrote 8 bytes.\ntrue",
                        "Wrote 5 bytes.\ntrue",
                        "true",
                        "[Truncated to first 2 bytes]\nth",
                        "",
                        "true",
                        "true",
                        "");
        TableSample listed = run.record().cells().get(5).output();
        assertThat(listed.columns()).containsExactly("path", "name", "size", "modificationTime");
        assertThat(listed.rows()).hasSize(1);
        assertThat(listed.rows().get(0)).contains("file:" + folder + "2/a.csv", "a.csv", "5");
    }

    @Test
    void seesTheFilesThatSparkSees() {
        NotebookRun run = run(
                "cloud",
                "-- MAGIC %fs put s3a://acme/in/a.csv 7",
                "SELECT * FROM csv.`s3a://acme/in/a.csv`",
                "-- MAGIC %fs put /mnt/raw/b.csv 8",
                "SELECT * FROM csv.`dbfs:/mnt/raw/b.csv`",
                "-- MAGIC %fs ls /mnt",
                "-- MAGIC %fs cp -r s3a://acme/in /Volumes/main/sales/landing",
                "-- MAGIC %fs head dbfs:/Volumes/main/sales/landing/a.csv");

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().cells().get(1).output().rows().get(0)).containsExactly("7");
        assertThat(run.record().cells().get(3).output().rows().get(0)).containsExactly("8");
        assertThat(run.record().cells().get(4).output().rows().get(0)).contains("dbfs:/mnt/raw/", "raw/", "0");
        assertThat(texts(run).toList()).last().isEqualTo("7");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void runsAShellWhereItIsAllowed() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this machine has no /bin/sh");
        System.setProperty("lakelight.notebook.sh", "true");

        try {
            NotebookRun run = run(
                    "shell",
                    "-- MAGIC %sh\n-- MAGIC echo out; echo err >&2; basename $PWD; echo kept > file",
                    "-- MAGIC %sh cat file",
                    "-- MAGIC %sh false",
                    "-- MAGIC %sh -e\n-- MAGIC false\n-- MAGIC echo not reached");

            assertThat(texts(run)).containsExactly("out\nerr\nworkspace", "kept", "[exit code 1]", "");
            assertThat(run.failure().orElseThrow())
                    .hasMessage(
                            "%sh -e failed in shell.sql:9 (cell 4): exit code 1. What it printed is in the output of"
                                    + " the cell.");
        } finally {
            System.clearProperty("lakelight.notebook.sh");
        }
    }

    @ParameterizedTest(name = "{1}")
    @ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
    @CsvSource(
            delimiter = '|',
            value = {
                "files1 | %fs dir /x        | Cannot run %fs in files1.sql:2 (cell 1): 'dir' is not a command. COMMANDS",
                "files2 | %fs rm -x /x      | Cannot run %fs in files2.sql:2 (cell 1): -x is not an option. COMMANDS",
                "files3 | %fs cp /x         | Cannot run %fs in files3.sql:2 (cell 1): cp takes two arguments, but there are 1: /x. COMMANDS",
                "files4 | %fs head -r /x /y | Cannot run %fs in files4.sql:2 (cell 1): '/y' is not a number of bytes. COMMANDS",
                "r1     | %r 1 + 1          | Cannot run %r in r1.sql:2 (cell 1): Lakelight has no R. Rewrite the cell in SQL, or leave the notebook out of the tests.",
                "m1     | %magic x          | Cannot run %magic in m1.sql:2 (cell 1): this magic is unknown. Known are %run, %md, %fs, %sh, %pip and those of languages. Correct or remove it.",
                "s1     | %sh ls            | Cannot run %sh in s1.sql:2 (cell 1): a shell reaches the whole machine, so it is off. Set -Dlakelight.notebook.sh=true to allow it.",
            })
    void refusesWithTheReason(String name, String magic, String message) {
        NotebookRun run = run(name, "-- MAGIC " + magic);

        assertThat(run.failure().orElseThrow())
                .hasMessage(message.replace(
                        "COMMANDS",
                        "Commands: ls, rm [-r], cp [-r], mv [-r], mkdirs, head [--maxBytes=n], put [-f], mounts,"
                                + " mount, unmount and refreshMounts."));
    }

    @Test
    void recordsWhatHasNoEffect() {
        NotebookRun run =
                run("pip", "-- MAGIC %pip install x", "-- MAGIC %skip\n-- MAGIC SELECT", "-- MAGIC %restart_python");

        assertThat(run.failure()).isEmpty();
        assertThat(run.warnings())
                .extracting(Warning::text)
                .containsExactly(
                        "%pip has no effect here: libraries are those of the project.",
                        "%restart_python has no effect here: libraries are those of the project.");
    }

    @Test
    void tellsNotebooksWhichRunTheyAre() {
        lake.notebook("context.java", """
                System.out.println(dbutils.notebook.getContext().notebookPath().get());
                System.out.println(dbutils.notebook.getContext().currentRunId().isDefined());
                System.out.println(dbutils.notebook.getContext().tags().apply("user"));
                System.out.println(dbutils.notebook.getContext().apiToken().isDefined());
                dbutils.library.restartPython();
                """);

        NotebookRun run = lake.run("context");

        assertThat(run.failure()).isEmpty();
        assertThat(texts(run).findFirst().orElseThrow())
                .isEqualTo("/context\ntrue\n%s\nfalse".formatted(System.getProperty("user.name")));
    }

    @Test
    void keepsSecretsOutOfTheRecord() {
        String secret = "open-sesame-1001";
        KnownSecrets.ofThisJvm().add(secret);
        lake.notebook("secret.java", """
                System.out.println("printed " + dbutils.widgets.get("key"));
                // COMMAND ----------
                display(spark.sql("SELECT '" + dbutils.widgets.get("key") + "' AS shown"));
                // COMMAND ----------
                throw new IllegalStateException("thrown " + dbutils.widgets.get("key"));
                """);

        NotebookRun run = lake.notebooks().run("secret", Map.of("key", secret));

        assertThat(run.record().toString()).doesNotContain(secret);
        assertThat(texts(run).findFirst()).contains("printed [REDACTED]");
        assertThat(run.record().cells().get(1).output().rows().get(0)).containsExactly("[REDACTED]");
        assertThat(run.record().problem().message()).contains("thrown [REDACTED]");
        assertThat(run.record().parameters()).containsEntry("key", "[REDACTED]");
    }
}
