package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.databricks.WorkflowException;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.SourceLocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CalledNotebookTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    private static String message(NotebookRun run) {
        return run.failure().orElseThrow().getMessage();
    }

    private static List<List<String>> output(NotebookRun run) {
        List<CellRun> cells = run.record().cells();
        return cells.get(cells.size() - 1).output().rows();
    }

    /** Clients import files under their names, as the run-notebook action does; a workspace adds an extension of its own. */
    @Test
    void findsNotebooksWhoseOwnNameEndsAsThatOfAFile() {
        lake.notebook("imported/etl.sql.sql", "SELECT 1 AS one");
        lake.notebook("imported/main.sql", "-- MAGIC %run ./etl.sql");

        assertThat(output(lake.run("imported/etl.sql"))).containsExactly(List.of("1"));
        assertThat(output(lake.run("imported/main"))).containsExactly(List.of("1"));
    }

    @Test
    void runSharesViewsWidgetsAndVariables() {
        lake.notebook("shared/setup.sql", """
                CREATE WIDGET TEXT env DEFAULT 'dev';
                CREATE TEMP VIEW setup AS SELECT :env AS env, :day AS day

                -- COMMAND ----------

                -- MAGIC %java
                -- MAGIC int answer = 42;
                """);
        lake.notebook("pipelines/a.sql", """
                CREATE WIDGET TEXT day DEFAULT '2011-12-09'

                -- COMMAND ----------

                -- MAGIC %run ../shared/setup $env="the prod"

                -- COMMAND ----------

                -- MAGIC %java
                -- MAGIC spark.range(answer).createTempView("numbers");

                -- COMMAND ----------

                SELECT env, day, :env AS widget, (SELECT count(*) FROM numbers) AS numbers FROM setup
                """);

        NotebookRun run = lake.run("pipelines/a");

        assertThat(run.failure()).isEmpty();
        assertThat(output(run)).containsExactly(List.of("the prod", "2011-12-09", "the prod", "42"));
        assertThat(run.record().cells())
                .extracting(cell -> cell.source() + " " + cell.language())
                .containsExactly(
                        "pipelines/a.sql:2 sql",
                        "pipelines/a.sql:6 run",
                        "shared/setup.sql:2 sql",
                        "shared/setup.sql:8 java",
                        "pipelines/a.sql:11 java",
                        "pipelines/a.sql:15 sql");
    }

    @Test
    void runGivesTheCallerItsOwnValuesBack() {
        lake.notebook("callee.sql", "CREATE TEMP VIEW seen AS SELECT :day AS day, :env AS env");
        lake.notebook("a.sql", """
                CREATE WIDGET TEXT env DEFAULT 'dev'

                -- COMMAND ----------

                -- MAGIC %run /callee $day=2012-01-01 $env=$day

                -- COMMAND ----------

                SELECT *, :day, :env FROM seen
                """);

        NotebookRun run = lake.notebooks().run("a.sql", Map.of("day", "2011-12-09"));

        assertThat(run.failure()).isEmpty();
        assertThat(output(run)).containsExactly(List.of("2012-01-01", "2011-12-09", "2011-12-09", "dev"));
    }

    @Test
    void exitOfACalleeEndsTheCaller() {
        lake.notebook("callee.java", "dbutils.notebook.exit(\"from callee\");");
        lake.notebook("a.sql", "-- MAGIC %run ./callee\n\n-- COMMAND ----------\n\nSELECT raise_error('not reached')");

        NotebookRun run = lake.run("a");

        assertThat(run.exitValue()).contains("from callee");
        assertThat(run.succeeded()).isTrue();
        assertThat(run.record().cells()).extracting(CellRun::status).containsExactly(Status.EXITED, Status.EXITED);
    }

    @Test
    void saysWhereACalleeFailed() {
        lake.notebook("callee.sql", "SELECT 1;\nSELECT * FROM missing");
        lake.notebook("a.sql", "-- MAGIC %run ./callee");

        NotebookRun run = lake.run("a.sql");

        assertThat(message(run)).startsWith("callee.sql:3 (cell 1) failed: [TABLE_OR_VIEW_NOT_FOUND]");
        assertThat(run.record().cells()).extracting(CellRun::status).containsExactly(Status.FAILED, Status.FAILED);
        assertThat(run.record().cells())
                .extracting(CellRun::problem)
                .containsOnly(run.record().problem());
    }

    @Test
    void runOfNothingNamesAllPlaces() {
        lake.notebook("pipelines/a.sql", "SELECT 1\n\n-- COMMAND ----------\n\n-- MAGIC %run ../shared/none");

        NotebookRun run = lake.run("pipelines/a.sql");

        assertThat(message(run)).isEqualTo("""
                        %run finds no notebook '../shared/none' in pipelines/a.sql:6 (cell 2). Looked at:
                          shared/none.py
                          shared/none.r
                          shared/none.R
                          shared/none.scala
                          shared/none.sql
                          shared/none.java
                          shared/none.ipynb
                        Correct the path; it is taken from the folder of the calling notebook, or from the project's base\
                         directory when it begins with /.""");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("pipelines/a.sql", 6));
    }

    @Test
    void runOfItselfShowsTheCircle() {
        lake.notebook("pipelines/a.sql", "-- MAGIC %run ./b");
        lake.notebook("pipelines/b.sql", "SELECT 1\n\n-- COMMAND ----------\n\n-- MAGIC %run ./a");
        lake.notebook("self.sql", "-- MAGIC %run ./self.sql");

        assertThat(message(lake.run("pipelines/a.sql")))
                .isEqualTo("%run goes in a circle in pipelines/b.sql:6 (cell 2): pipelines/a.sql -> pipelines/b.sql ->"
                        + " pipelines/a.sql. Move what both need to a notebook of its own.");
        assertThat(message(lake.run("self.sql")))
                .isEqualTo("%run goes in a circle in self.sql:2 (cell 1): self.sql -> self.sql."
                        + " Move what both need to a notebook of its own.");
    }

    @Test
    void runOfAPlainFileIsAnError() {
        lake.file("plain.sql", "SELECT 1").notebook("a.sql", "-- MAGIC %run ./plain");

        assertThat(message(lake.run("a.sql"))).startsWith("plain.sql:1:1 is not a notebook");
    }

    @Test
    void findsAJupyterNotebookWithoutItsExtension() {
        lake.file("b.ipynb", """
                {"nbformat": 4, "metadata": {"language_info": {"name": "sql"}}, "cells": [
                 {"cell_type": "markdown", "source": "# b"}, {"cell_type": "raw", "source": ["not run"]},
                 {"cell_type": "code", "source": ["CREATE TEMPORARY VIEW v AS\\n",
                  "SELECT 1 AS one"]}]}
                """).notebook("a.sql", "-- MAGIC %run ./b\n\n-- COMMAND ----------\n\nSELECT one FROM v");

        NotebookRun run = lake.run("a.sql");

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().cells())
                .extracting(CellRun::language)
                .containsExactly("run", "md", "raw", "sql", "sql");
    }

    @Test
    void hasTheWidgetsThatAJupyterNotebookKeeps() {
        lake.file("b.ipynb", """
                {"nbformat": 4, "cells": [{"cell_type": "code", "source": "%sql\\nSELECT :day AS day, :name AS name"}],
                 "metadata": {"application/vnd.databricks.v1+notebook": {"language": "python", "widgets": {
                  "day": {"currentValue": "x", "widgetInfo": {"defaultValue": "2011-12-09"}},
                  "name": {"currentValue": "x", "widgetInfo": {"defaultValue": "y"}}}}}}
                """);

        NotebookRun run = lake.notebooks().run("b", Map.of("name", "given"));

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().cells().get(0).output().rows()).containsExactly(List.of("2011-12-09", "given"));
    }

    @Test
    void saysWhereACellOfAJupyterNotebookFails() {
        lake.file("b.ipynb", """
                {"nbformat": 4, "metadata": {"language_info": {"name": "sql"}}, "cells": [
                 {"cell_type": "code", "source": ["SELECT 1;\\n",
                  "SELECT * FROM missing"]}]}
                """);

        assertThat(message(lake.run("b"))).startsWith("b.ipynb:3 (cell 1) failed: [TABLE_OR_VIEW_NOT_FOUND]");
    }

    @Test
    void aPlainFileOfTheSameNameIsNotMeant() {
        lake.file("b.py", "x = 1").notebook("b.sql", "SELECT 1").notebook("a.sql", "-- MAGIC %run ./b");

        assertThat(lake.run("a.sql").failure()).isEmpty();
    }

    @Test
    void aPathOfTwoNotebooksIsAnError() {
        lake.notebook("b.sql", "SELECT 1").notebook("b.java", "").notebook("a.sql", "-- MAGIC %run ./b");

        assertThat(message(lake.run("a.sql")))
                .isEqualTo(
                        "a.sql:2 (cell 1) failed: './b' names more than one notebook: b.sql, b.java. Add the extension.");
    }

    @Test
    void aMissingNotebookIsAnErrorOfTheTest() {
        assertThatThrownBy(() -> lake.run("pipelines/none.sql"))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no notebook 'pipelines/none.sql'. Looked at:\n  pipelines/none.sql\n"
                        + "Correct the path; it is taken from the project's base directory.");
    }

    @Test
    void childrenHaveAScopeOfTheirOwn() {
        lake.notebook("pipelines/child.sql", """
                CREATE WIDGET TEXT day DEFAULT 'none';
                CREATE TABLE IF NOT EXISTS days (day STRING);
                INSERT INTO days SELECT :day;
                CREATE TEMP VIEW mine AS SELECT 1

                -- COMMAND ----------

                -- MAGIC %java dbutils.notebook.exit("loaded " + dbutils.widgets.get("day"));
                """);
        lake.notebook("pipelines/a.java", """
                spark.range(1).createTempView("mine");
                System.out.println("before");
                String first = dbutils.notebook.run("./child", 0, Map.of("day", "2011-12-09"));
                String second = dbutils.notebook.run("/pipelines/child.sql", 600);
                System.out.println(first + ", " + second + ", " + spark.table("days").count());
                System.out.println(SparkSession.active() == spark);
                """);

        NotebookRun run = lake.run("pipelines/a");

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().cells().get(0).text())
                .isEqualToNormalizingNewlines("before\nloaded 2011-12-09, loaded none, 2\ntrue\n");
        assertThat(run.record().cells()).hasSize(1);
    }

    @Test
    void failuresOfChildrenNameTheChild() {
        lake.notebook("child.sql", "SELECT\n  raise_error('boo')");
        lake.notebook("a.java", "dbutils.notebook.run(\"./child\", 0);");
        lake.notebook("b.java", "dbutils.notebook.run(\"./none.sql\", 0);");
        lake.notebook("c.java", "dbutils.notebook.run(\"./child\", -1);");

        NotebookRun run = lake.run("a.java");

        assertThat(message(run))
                .startsWith("a.java:2 (cell 1) failed: The notebook './child' failed: child.sql:2 (cell 1) failed:"
                        + " [USER_RAISED_EXCEPTION] boo");
        assertThat(run.failure().orElseThrow()).hasCauseInstanceOf(WorkflowException.class);
        assertThat(message(lake.run("b.java")))
                .startsWith("b.java:2 (cell 1) failed: Cannot run the notebook './none.sql': There is no notebook");
        assertThat(message(lake.run("c.java")))
                .isEqualTo(
                        "c.java:2 (cell 1) failed: The timeout of the notebook './child' is -1 s. Give 0 for no limit, or more.");
    }

    @Test
    void childrenBesideEachOtherEndEachInItsWay() {
        lake.notebook("quick.java", "dbutils.notebook.exit(dbutils.widgets.get(\"n\") + spark.range(9).count());")
                .notebook("slow.sql", "SELECT count(*) FROM range(1000000000000) a WHERE sha2(string(id), 512) = 'x'")
                .notebook("fails.sql", "SELECT raise_error('boo')")
                .notebook("outer.java", """
                        String inner = dbutils.notebook.run("quick", 300, Map.of("n", "inner "));
                        try { dbutils.notebook.run("slow", 1); } catch (com.databricks.WorkflowException e) { inner += ", late"; }
                        dbutils.notebook.exit(inner + dbutils.notebook.run("quick", 0, Map.of("n", ", again ")));
                        """)
                .notebook("a.java", """
                        import java.util.concurrent.Callable;
                        import java.util.concurrent.ExecutorService;
                        import java.util.concurrent.Executors;
                        import java.util.concurrent.Future;
                        String told(Callable<String> call) {
                          try { return call.call(); } catch (Exception e) { return e.getMessage(); }
                        }
                        ExecutorService threads = Executors.newFixedThreadPool(6);
                        List<Callable<String>> calls = List.of(
                            () -> told(() -> dbutils.notebook.run("quick", 300, Map.of("n", "timed "))),
                            () -> told(() -> dbutils.notebook.run("slow", 1)),
                            () -> told(() -> dbutils.notebook.run("quick", 0, Map.of("n", "free "))),
                            () -> told(() -> dbutils.notebook.run("fails", 300)),
                            () -> told(() -> dbutils.notebook.run("outer", 300)),
                            () -> told(() -> dbutils.notebook.run("slow", 2)));
                        for (Future<String> result : threads.invokeAll(calls)) { System.out.println(result.get()); }
                        threads.shutdown();
                        System.out.println(spark.range(3).count());
                        """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).isEmpty();
        assertThat(run.record().cells().get(0).text().lines().map(line -> line.replaceAll("\\. SQLSTATE.*", "")))
                .containsSubsequence(
                        "timed 9",
                        "The notebook 'slow' did not end within 1 s and was cancelled.",
                        "free 9",
                        "inner 9, late, again 9",
                        "The notebook 'slow' did not end within 2 s and was cancelled.",
                        "3")
                .anyMatch(line -> line.startsWith(
                        "The notebook 'fails' failed: fails.sql:2 (cell 1) failed: [USER_RAISED_EXCEPTION] boo"));
    }

    @Test
    void childrenThatTakeTooLongAreCancelled() {
        lake.notebook("slow.sql", "SELECT count(*) FROM range(1000000000000) a WHERE sha2(string(id), 512) = 'x'");
        lake.notebook("a.java", "dbutils.notebook.run(\"./slow\", 1);");

        LakeJobs sparkJobs = LakeJobs.of(lake);

        NotebookRun run = lake.run("a.java");

        assertThat(message(run))
                .isEqualTo("a.java:2 (cell 1) failed: The notebook './slow' did not end within 1 s and was cancelled.");
        assertThat(lake.rows("SELECT 1")).containsExactly("[1]");
        await().untilAsserted(() -> {
            assertThat(sparkJobs.started()).isNotEmpty();
            assertThat(sparkJobs.active()).isEmpty();
        });
        sparkJobs.close();
    }
}
