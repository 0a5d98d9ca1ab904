package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.notebook.NotebookFormatException;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files without the header of notebooks, whose language is given. */
class PlainFileRunTest {

    @RegisterExtension
    static final TestLake lake = new TestLake();

    @Test
    void runCellByCellWithParameters() {
        lake.file("scripts/a.scala", """
                val numbers = spark.range(3)
                numbers.createTempView("numbers")

                // COMMAND ----------

                // MAGIC %sql SELECT count(*) + :more AS n FROM numbers

                // COMMAND ----------

                dbutils.notebook.exit(numbers.count.toString)
                """);

        NotebookRun run = lake.notebooks().takenFor(NotebookLanguage.SCALA).run("scripts/a.scala", Map.of("more", "4"));

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().cells()).extracting(CellRun::language).containsExactly("scala", "sql", "scala");
        assertThat(run.record().cells().get(1).output().rows()).containsExactly(List.of("7"));
        assertThat(run.exitValue()).contains("3");
    }

    @Test
    void needNotBeNamedAsNotebooks() {
        lake.file("load.hql", "SELECT 1;\nSELECT 2 AS two");

        NotebookRun run = lake.notebooks().takenFor(NotebookLanguage.SQL).run("load.hql");

        assertThat(run.record().cells()).extracting(CellRun::status).containsExactly(Status.SUCCEEDED);
        assertThat(run.record().cells().get(0).output().columns()).containsExactly("two");
    }

    @Test
    void nameTheLineThatFails() {
        lake.file("failing.sql", "SELECT 1\n\n-- COMMAND ----------\n\nSELECT missing\n");

        NotebookRun run = lake.notebooks().takenFor(NotebookLanguage.SQL).run("failing.sql");

        assertThat(run.failure())
                .hasValueSatisfying(
                        failure -> assertThat(failure).hasMessageStartingWith("failing.sql:5 (cell 2) failed: "));
    }

    @Test
    void areRefusedWithoutTheirLanguage() {
        lake.file("refused.sql", "SELECT 1");
        Notebooks notebooks = lake.notebooks().takenFor(NotebookLanguage.SQL).takenFor(null);

        assertThatThrownBy(() -> notebooks.run("refused.sql"))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessage(
                        "refused.sql:1:1 is not a notebook: its first line has to be '-- Databricks notebook source', but is"
                                + " 'SELECT 1'. Add that line, give its language, or use it as a plain file.");
    }

    @Test
    void areNamedWithTheirExtension() {
        lake.file("short.sql", "SELECT 1");

        assertThatThrownBy(() -> lake.notebooks().takenFor(NotebookLanguage.SQL).run("short"))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no notebook 'short'. Looked at:\n  short\n"
                        + "Correct the path; it is taken from the project's base directory.");
    }

    @Test
    void calledNotebooksHaveTheirHeaders() {
        lake.file("caller.sql", "-- MAGIC %run ./called").file("called.sql", "SELECT 1");

        NotebookRun run = lake.notebooks().takenFor(NotebookLanguage.SQL).run("caller.sql");

        assertThat(run.failure())
                .hasValueSatisfying(
                        failure -> assertThat(failure).hasMessageContaining("called.sql:1:1 is not a notebook"));
    }
}
