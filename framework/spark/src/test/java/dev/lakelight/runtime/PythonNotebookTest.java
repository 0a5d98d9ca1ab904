package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import dev.lakelight.result.Warning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Needs a Python with PySpark; each run starts one. */
class PythonNotebookTest {

    private TestLake lake;

    @BeforeEach
    void open(@TempDir Path base) {
        lake = new TestLake(base);
        PySpark.assumePresent(lake.session());
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private static String text(NotebookRun run, int index) {
        return run.record().cells().get(index).text().replace("\r\n", "\n");
    }

    private static Throwable failure(NotebookRun run) {
        return run.failure().orElseThrow();
    }

    @Test
    void relativePathsLeadToACopyOfTheNotebooksFolder() {
        lake.file("notebooks/settings.json", "{}")
                .file("data/a.csv", "1\n")
                .notebook("notebooks/a.py", """
                with open("settings.json", "a") as file:
                    file.write(open("../data/a.csv").read())
                with open("written.txt", "w") as file:
                    file.write("here")
                """)
                .notebook("notebooks/b.py", """
                dbutils.notebook.exit(open("settings.json").read().strip() + open("written.txt").read())
                """);

        assertThat(lake.run("notebooks/a").failure()).isEmpty();
        NotebookRun second = lake.run("notebooks/b");

        assertThat(second.failure()).isEmpty();
        assertThat(second.exitValue()).contains("{}1here");
        assertThat(lake.base().resolve("notebooks/settings.json")).hasContent("{}");
        assertThat(lake.base().resolve("notebooks/written.txt")).doesNotExist();
    }

    @Test
    void keepsNamesAndSharesViewsWithOtherLanguages() {
        lake.file("notebooks/helpers.py", "def twice(value):\n    return 2 * value\n")
                .file("constants.py", "LIMIT = 4\n")
                .notebook("notebooks/called.py", "called = limit + 1\n")
                .notebook("notebooks/a.py", """
                import sys
                from helpers import twice
                from constants import LIMIT as limit
                from pyspark.sql.functions import col
                print("out é"); print("err", file=sys.stderr)
                items = sql("SELECT * FROM VALUES (1, 'a'), (2, 'b') AS items(id, name)")
                items.createOrReplaceTempView("items")
                items

                # COMMAND ----------

                # MAGIC %sql
                # MAGIC SELECT id + 1 AS id FROM items ORDER BY id

                # COMMAND ----------

                # MAGIC %run ./called

                # COMMAND ----------

                display(_sqldf.where(col("id") > 2))
                items.show()
                twice(limit) + called

                # COMMAND ----------

                # MAGIC %java
                # MAGIC spark.table("items").filter("id > 1").createTempView("late");

                # COMMAND ----------

                dbutils.notebook.exit(table("late").first()["name"])

                # COMMAND ----------

                raise Exception("not reached")
                """);

        NotebookRun run = lake.run("notebooks/a");

        assertThat(run.failure()).isEmpty();
        assertThat(text(run, 0)).isEqualTo("out é\nerr\nDataFrame[id: int, name: string]\n");
        CellRun displayed = run.record().cells().get(4);
        assertThat(displayed.output().rows()).containsExactly(List.of("3"));
        assertThat(text(run, 4)).contains("|  1|   a|").endsWith("13\n");
        assertThat(run.record().cells()).extracting(CellRun::status).last().isEqualTo(Status.EXITED);
        assertThat(run.exitValue()).contains("b");
    }

    @Test
    @ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
    void hasTheUtilitiesThatDatabricksHas() {
        lake.notebook("child.py", """
                dbutils.widgets.text("day", "")
                try:
                    dbutils.notebook.exit(dbutils.widgets.get("day") + "!")
                except Exception:
                    print("swallowed")
                """).notebook("a.py", """
                dbutils.widgets.dropdown("env", "dev", ["dev", "prod"], label="Environment")
                dbutils.widgets.text(name="day", defaultValue="x")
                print(dbutils.widgets.getAll() == {"env": "dev", "day": "friday"}, getArgument("day"), getArgument("no", "z"))
                dbutils.fs.put("/mnt/raw/a.csv", "1,2", overwrite=True)
                print([(file.name, file.size, file.isDir()) for file in dbutils.fs.ls("/mnt/raw")])
                print(dbutils.fs.head("/mnt/raw/a.csv"), dbutils.fs.rm("/mnt/raw", recurse=True))
                dbutils.jobs.taskValues.set(key="rows", value=[1])
                print(dbutils.jobs.taskValues.get(taskKey="t", key="rows", default=0, debugValue={"a": 1}))
                context = dbutils.notebook.entry_point.getDbutils().notebook().getContext()
                print(context.notebookPath().get(), context.currentRunId().isDefined(), dbutils.secrets.listScopes())
                displayHTML("<b>bold</b>")
                dbutils.library.restartPython()

                # COMMAND ----------

                from concurrent.futures import ThreadPoolExecutor
                from databricks.sdk.runtime import dbutils as same
                from pyspark.dbutils import DBUtils
                assert same is dbutils
                with ThreadPoolExecutor(2) as pool:
                    days = list(pool.map(lambda day: DBUtils(spark).notebook.run("child", 60, {"day": day}), ["a", "b"]))
                spark.stop(); sc.stop()
                assert spark.builder.getOrCreate() is spark
                days

                # COMMAND ----------

                %pip install something
                %time waited = 1
                !ls
                """);

        NotebookRun run = lake.notebooks().run("a.py", Map.of("day", "friday"));

        assertThat(text(run, 0)).isEqualTo("""
                True friday z
                Wrote 3 bytes.
                [('a.csv', 3, False)]
                1,2 True
                {'a': 1}
                /a True []
                <b>bold</b>
                """);
        assertThat(text(run, 1)).isEqualTo("['a!', 'b!']\n");
        assertThat(run.warnings())
                .extracting(Warning::text)
                .containsExactly("%pip has no effect here: libraries are those of the Python that runs the cell.");
        assertThat(failure(run))
                .hasMessage(
                        "a.py:31 (cell 3) failed: Cannot run !command in a.py:29 (cell 3): a shell reaches the whole"
                                + " machine, so it is off. Set -Dlakelight.notebook.sh=true to allow it.");
    }

    @Test
    void saysWhereAndWhyACellFailed() {
        lake.notebook("zero.py", """
                def half(number):
                    return number / 0

                # COMMAND ----------

                number = 1

                half(number)
                """)
                .notebook(
                        "syntax.sql",
                        "SELECT 1\n-- COMMAND ----------\n-- MAGIC %python\n-- MAGIC x = 1\n-- MAGIC y = (\n")
                .notebook("widget.py", "\ntable('nowhere')\n");

        NotebookRun zero = lake.run("zero");

        assertThat(failure(zero)).hasMessage("zero.py:9 (cell 2) failed: ZeroDivisionError: division by zero");
        assertThat(zero.record().problem().type()).isEqualTo("ZeroDivisionError");
        assertThat(zero.record().problem().location()).hasToString("zero.py:9");
        assertThat(zero.record().problem().trace())
                .contains("File \"zero.py (cell 2)\", line 9, in <module>")
                .contains("File \"zero.py (cell 1)\", line 3, in half")
                .doesNotContain("lakelight");
        assertThat(failure(lake.run("syntax")))
                .hasMessageStartingWith(
                        "syntax.sql:6 (cell 2) does not compile: SyntaxError: '(' was never closed\n    y = (");
        assertThat(failure(lake.run("widget")))
                .hasMessageStartingWith(
                        "widget.py:3 (cell 1) failed: AnalysisException: [TABLE_OR_VIEW_NOT_FOUND] The table or view `nowhere`");
    }

    @Test
    void runsAFileAsATaskOfAJob() {
        lake.file("jobs/rules.py", "NAME = 'silver'\n")
                .file("jobs/clean.py", """
                import sys; from pathlib import Path
                from pyspark.sql import SparkSession
                from rules import NAME; assert NAME in (Path(__file__).parent / "rules.py").read_text()
                if __name__ == "__main__":
                    SparkSession.builder.getOrCreate().sql("CREATE TABLE %s AS SELECT %s AS n" % (NAME, sys.argv[1]))
                    sys.exit(int(sys.argv[2]))
                """)
                .file("job.json", """
                {"name": "files", "tasks": [
                  {"task_key": "clean", "spark_python_task": {"python_file": "jobs/clean.py", "parameters": ["7", "0"]}},
                  {"task_key": "again", "depends_on": [{"task_key": "clean"}],
                   "spark_python_task": {"python_file": "jobs/clean.py", "parameters": ["8", "0"]}}]}
                """);

        JobRun run = lake.jobs().run("job.json");

        assertThat(run.tasks()).extracting(TaskRun::state).containsExactly(RunState.SUCCESS, RunState.FAILED);
        assertThat(Objects.requireNonNull(run.tasks().get(1).problem()).message())
                .startsWith("jobs/clean.py:5 (cell 1) failed: AnalysisException: [TABLE_OR_VIEW_ALREADY_EXISTS]");
        assertThat(lake.rows("SELECT * FROM silver")).containsExactly("[7]");
    }

    @Test
    void endsWithItsRunWhenThatIsCancelled(@TempDir Path folder) throws Exception {
        Path pid = folder.resolve("pid");
        lake.notebook("slow.py", """
                import os, time
                path = dbutils.widgets.get("pid")
                with open(path + ".new", "w") as file:
                    file.write(str(os.getpid()))
                os.rename(path + ".new", path)
                time.sleep(600)
                """);
        CompletableFuture<NotebookRun> run = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> run.complete(lake.notebooks().run("slow", Map.of("pid", pid.toString()))), "cancelled");
        thread.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(pid));
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(Files.readString(pid)));

        thread.interrupt();

        assertThat(failure(run.get(60, TimeUnit.SECONDS))).hasMessageContaining("The run was cancelled");
        await().until(() -> process.filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void runsFunctionsOnExecutors() {
        PySpark.assumeFunctions(lake.session());
        lake.file("helpers.py", "FACTOR = 10\n").notebook("a.py", """
                import helpers
                def times(value):
                    return value * helpers.FACTOR
                items = spark.createDataFrame([(1, "a"), (2, "b")], "id INT, name STRING")
                ids = [row[0] for row in items.select(udf(times, "int")("id")).collect()]
                dbutils.notebook.exit("%s %d" % (ids, sc.parallelize(range(3), 2).map(times).sum()))
                """);

        NotebookRun run = lake.run("a");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("[10, 20] 30");
    }
}
