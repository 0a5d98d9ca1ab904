package dev.lakelight.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.runtime.NotebookRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clones of one table, which each test finds as it was made. */
class DeepCloneTest {

    private static DialectLake lake;

    @BeforeAll
    static void open(@TempDir Path base) {
        lake = new DialectLake(base);
        lake.lake().sql("""
                CREATE TABLE b.t (id INT NOT NULL COMMENT 'key', name STRING) PARTITIONED BY (name)
                TBLPROPERTIES ('a' = 'b', 'delta.enableDeletionVectors' = 'true')""");
        lake.lake().sql("INSERT INTO b.t SELECT id, 'it''s ' || id % 2 FROM range(10)");
        lake.lake().sql("DELETE FROM b.t WHERE id = 4");
        lake.lake().markStart();
    }

    @AfterEach
    void rollBack() {
        lake.lake().rollBack();
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    private static List<List<String>> run(String sql) {
        NotebookRun run = lake.run("a.sql", sql);
        assertThat(run.failure()).isEmpty();
        return DialectLake.rows(run);
    }

    private static List<String> ids(String table) {
        return lake.query("SELECT id FROM %s ORDER BY id".formatted(table));
    }

    @Test
    void copiesATableWithAllThatItHas() {
        List<List<String>> result = run("CREATE TABLE b.c DEEP CLONE b.t TBLPROPERTIES ('x' = 'y')");

        assertThat(result.get(0).subList(1, 4)).containsExactly("4", "0", "4");
        assertThat(result.get(0).get(5)).isEqualTo(result.get(0).get(0));
        lake.lake().sql("DELETE FROM b.t");
        lake.lake().sql("VACUUM b.t");
        lake.lake().sql("DROP TABLE b.t");
        assertThat(ids("b.c")).containsExactly("[0]", "[1]", "[2]", "[3]", "[5]", "[6]", "[7]", "[8]", "[9]");
        assertThat(lake.lake()
                        .session()
                        .table("b.c")
                        .schema()
                        .apply("id")
                        .getComment()
                        .get())
                .isEqualTo("key");
        assertThat(lake.lake().session().table("b.c").schema().apply("id").nullable())
                .isFalse();
        assertThat(lake.query("DESCRIBE DETAIL b.c", "partitionColumns[0]", "properties['a']", "properties['x']"))
                .containsExactly("[name,b,y]");
        assertThat(lake.query("SHOW PARTITIONS b.c")).containsExactlyInAnyOrder("[it's 0]", "[it's 1]");
    }

    @Test
    void commitsOnce() {
        run("CREATE TABLE b.c CLONE b.t");

        assertThat(lake.lake().table("b.c").commits()).hasSize(1);
        assertThat(lake.query("DESCRIBE HISTORY b.c", "operation")).containsExactly("[CLONE]");
        lake.lake().sql("INSERT INTO b.c VALUES (100, 'x')");
        assertThat(ids("b.c")).hasSize(10);
        assertThat(ids("b.t")).hasSize(9);
    }

    @Test
    void clonesAVersionAndReplaces() {
        run("CREATE OR REPLACE TABLE b.c DEEP CLONE b.t VERSION AS OF 1");

        assertThat(ids("b.c")).hasSize(10);

        run("CREATE OR REPLACE TABLE b.c DEEP CLONE IDENTIFIER(:t)");

        assertThat(ids("b.c")).hasSize(9);
        lake.lake().sql("DROP TABLE b.t");
        assertThat(ids("b.c")).hasSize(9);
    }

    @Test
    void leavesATableThatExists() {
        lake.lake().sql("CREATE TABLE b.c SHALLOW CLONE b.t");
        lake.lake().sql("INSERT INTO b.t VALUES (200, 'x')");

        run("CREATE TABLE IF NOT EXISTS b.c DEEP CLONE b.t; SELECT 1");

        assertThat(ids("b.c")).hasSize(9);
    }

    @Test
    void refusesATableThatExists() {
        lake.lake().sql("CREATE TABLE b.c (id INT)");
        lake.lake().sql("INSERT INTO b.c VALUES (1)");

        NotebookRun run = lake.run("a.sql", "CREATE TABLE b.c DEEP CLONE b.t");

        assertThat(run.failure().orElseThrow()).hasMessageContaining("a.sql:2 (cell 1) failed: ");
        assertThat(ids("b.c")).containsExactly("[1]");
    }

    @Test
    void keepsTheRowsOfATableThatCannotBeReplaced() {
        lake.lake().sql("CREATE TABLE b.c (id INT)");
        lake.lake().sql("INSERT INTO b.c VALUES (1)");

        NotebookRun run = lake.run("a.sql", "CREATE OR REPLACE TABLE b.c DEEP CLONE b.nothing");

        assertThat(run.failure().orElseThrow()).hasMessageContaining("nothing");
        assertThat(ids("b.c")).containsExactly("[1]");
    }

    @Test
    void refusesToCloneATableIntoItself() {
        NotebookRun run = lake.run("a.sql", "CREATE OR REPLACE TABLE b.t DEEP CLONE b.t VERSION AS OF 1");

        assertThat(run.failure().orElseThrow())
                .hasMessage(
                        "a.sql:2 (cell 1) failed: Table b.t cannot be cloned into itself. Go back to a version with RESTORE"
                                + " TABLE.");
    }

    @Test
    void replacesWithOneCommit() {
        lake.lake().sql("CREATE TABLE b.c AS SELECT 1 AS other");

        List<List<String>> result = run("CREATE OR REPLACE TABLE b.c DEEP CLONE b.t TBLPROPERTIES ('x' = 'y')");

        assertThat(result.get(0).subList(1, 4)).containsExactly("4", "1", "4");
        assertThat(lake.query("DESCRIBE HISTORY b.c", "operation"))
                .containsExactly("[CLONE]", "[CREATE TABLE AS SELECT]");
        assertThat(lake.query("SELECT * FROM b.c VERSION AS OF 0")).containsExactly("[1]");
        assertThat(lake.query("DESCRIBE DETAIL b.c", "partitionColumns[0]", "properties['a']", "properties['x']"))
                .containsExactly("[name,b,y]");
        lake.lake().sql("DROP TABLE b.t");
        assertThat(ids("b.c")).hasSize(9);
    }

    @Test
    void keepsTheContentWhenFilesCannotBeCopied() throws IOException {
        lake.lake().sql("CREATE TABLE b.c AS SELECT 1 AS id");
        Path source = Path.of(lake.query("SELECT DISTINCT _metadata.file_path FROM b.t")
                .get(0)
                .replaceAll("^\\[file:|\\]$", "")
                .replace("%20", " ")
                .replace("%27", "'")
                .replace("%25", "%"));
        Files.delete(source);

        NotebookRun replaced = lake.run("a.sql", "CREATE OR REPLACE TABLE b.c DEEP CLONE b.t");
        NotebookRun created = lake.run("b.sql", "CREATE TABLE b.n DEEP CLONE b.t");

        assertThat(replaced.failure()).isPresent();
        assertThat(created.failure()).isPresent();
        assertThat(ids("b.c")).containsExactly("[1]");
        assertThat(lake.query("DESCRIBE HISTORY b.c")).hasSize(1);
        assertThat(lake.lake().session().catalog().tableExists("b.n")).isFalse();
    }

    @Test
    void refusesATargetOfAnotherFormat() {
        lake.lake().sql("CREATE TABLE b.c (id INT) USING parquet");

        NotebookRun run = lake.run("a.sql", "CREATE OR REPLACE TABLE b.c DEEP CLONE b.t");

        assertThat(run.failure().orElseThrow())
                .hasMessage(
                        "a.sql:2 (cell 1) failed: DEEP CLONE needs a Delta table, and the format of b.c is parquet. Create it with"
                                + " USING DELTA, or name another table.");
    }
}
