package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody sees the names that schemas of catalogs have in Spark's own catalog: not in what a cell catches, and not in what it prints. */
class ShownInCellsTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    @BeforeEach
    void makeAView() {
        lake.sql("CREATE SCHEMA main.s");
        lake.sql("CREATE TABLE main.s.t AS SELECT 1 AS id");
        lake.sql("CREATE VIEW main.s.v AS SELECT * FROM main.s.t");
    }

    @Test
    void javaCellsFindThemInWhatTheyCatch() {
        lake.notebook("a.java", """
                try { spark.table("main.s.v").select("none"); } catch (Exception e) { System.out.println(e.getMessage()); }
                spark.table("main.s.t").explain();
                """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().cells().get(0).text())
                .contains("[`id`]. SQLSTATE: 42703\n", "FileScan parquet main.s.t[id#")
                .doesNotContainPattern("(?<!/)main__");
    }

    @Test
    void scalaCellsFindThemInWhatTheyCatch() {
        lake.notebook("a.scala", """
                val rows = io.delta.tables.DeltaTable.forName("main.s.t").toDF.count()
                val told = try { spark.table("main.s.v").select("none"); "" } catch { case e: Exception => e.getMessage }
                dbutils.notebook.exit(s"$rows $told")
                """);

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue().orElseThrow())
                .startsWith("1 [UNRESOLVED_COLUMN.WITH_SUGGESTION] ")
                .endsWith("[`id`]. SQLSTATE: 42703")
                .doesNotContain("main__");
    }
}
