package dev.lakelight.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.runtime.NotebookRun;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each statement of Databricks that cannot be run here. They change nothing, so they share a lake. */
class RefusedStatementsTest {

    private static DialectLake lake;

    @BeforeAll
    static void open(@TempDir Path base) {
        lake = new DialectLake(base);
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    /** What is refused: a statement, and the message for it in line 3 of a.sql. */
    record Refused(String sql, String message) {

        @Override
        public String toString() {
            return sql;
        }
    }

    private static Refused refused(String statement, String sql, String reason) {
        return new Refused(sql, "%s cannot be run here at a.sql:3:1 (cell 1). %s".formatted(statement, reason));
    }

    static Stream<Refused> refusals() {
        String pipeline =
                "Only a pipeline of Databricks keeps it up to date. Test its query: put it into CREATE TABLE ... AS SELECT.";
        String metastore =
                "It belongs to a metastore of Unity Catalog, and there is none here. Leave it to what sets up the workspace.";
        return Stream.of(
                refused(
                        "UNDROP",
                        "UNDROP TABLE b.t",
                        "A table that is dropped is gone at once. Do not drop it, or create it anew."),
                refused("CREATE STREAMING TABLE", "CREATE OR REFRESH STREAMING TABLE b.s AS SELECT 1", pipeline),
                refused("CREATE MATERIALIZED VIEW", "CREATE MATERIALIZED VIEW b.s AS SELECT 1", pipeline),
                refused("REFRESH MATERIALIZED VIEW", "REFRESH MATERIALIZED VIEW b.s", pipeline),
                refused("APPLY CHANGES", "APPLY CHANGES INTO b.t FROM b.s KEYS (id) SEQUENCE BY n", pipeline),
                refused("CREATE EXTERNAL LOCATION", "CREATE EXTERNAL LOCATION raw URL 's3://raw'", metastore),
                refused("CREATE SHARE", "CREATE SHARE sales", metastore),
                refused("SHOW RECIPIENTS", "SHOW RECIPIENTS", metastore),
                refused(
                        "SHOW GRANTS",
                        "SHOW GRANTS ON TABLE b.t",
                        "There are no users and no permissions. Test permissions in a workspace."),
                refused("LIST", "LIST '/Volumes/main/raw/files'", "List files with dbutils.fs.ls."),
                refused(
                        "FSCK",
                        "FSCK REPAIR TABLE b.t",
                        "Neither Spark nor Delta has it. Tables of a lake lose no files: leave it out."),
                new Refused(
                        "COPY INTO b.t FROM '/x' FILEFORMAT = CSV VALIDATE ALL",
                        "COPY INTO ... VALIDATE cannot be run here at a.sql:3:42 (cell 1). Leave VALIDATE out: the load itself"
                                + " validates."),
                new Refused(
                        "COPY INTO b.t FROM '/x' FORMAT = CSV",
                        "The statement cannot be read: found FORMAT at a.sql:3:25 (cell 1). Write COPY INTO table FROM 'path'"
                                + " FILEFORMAT = format [FILES = ('name', ...) | PATTERN = 'glob']"
                                + " [FORMAT_OPTIONS ('name' = 'value', ...)] [COPY_OPTIONS ('name' = 'value', ...)]."),
                new Refused(
                        "GRANT SELECT TO analysts",
                        "The statement cannot be read: found its end at a.sql:3:25 (cell 1). Write GRANT privilege ON object TO"
                                + " principal."),
                new Refused(
                        "DROP VOLUME main.raw.files",
                        "a.sql:3 (cell 1) failed: There is no volume main.raw.files. Correct the name, or write DROP VOLUME IF"
                                + " EXISTS."),
                refused(
                        "CREATE EXTERNAL VOLUME",
                        "CREATE EXTERNAL VOLUME main.raw.files LOCATION 's3://raw'",
                        "A volume is a folder of the lake. Leave EXTERNAL and LOCATION out, and put its files into /Volumes."),
                refused("CREATE LIVE TABLE", "CREATE OR REFRESH LIVE TABLE b.s AS SELECT 1", pipeline),
                new Refused(
                        "DROP VOLUME main.raw.`../..`",
                        "a.sql:3 (cell 1) failed: main.raw.../.. is not the name of a volume. Accepted are catalog.schema.volume,"
                                + " schema.volume and volume, without slashes."),
                new Refused(
                        "CREATE VOLUME main.raw.files.more",
                        "a.sql:3 (cell 1) failed: main.raw.files.more is not the name of a volume. Accepted are"
                                + " catalog.schema.volume, schema.volume and volume, without slashes."),
                refused(
                        "CREATE PROCEDURE",
                        "CREATE OR REPLACE PROCEDURE b.p() LANGUAGE SQL AS BEGIN SELECT 1; END",
                        "Neither Spark nor Delta keeps procedures. Write its body into a notebook."),
                refused(
                        "LANGUAGE PYTHON",
                        "CREATE FUNCTION b.f(x INT) RETURNS INT LANGUAGE PYTHON AS $$ return x $$",
                        "Spark's SQL has functions in SQL only. Register the function in a cell."),
                refused(
                        "ROW FILTER",
                        "ALTER TABLE b.t SET ROW FILTER f ON (id)",
                        "It shows some users less, and there are no users. Test the function that it names on its own."),
                new Refused(
                        "SELECT ai_query('model', 'text')",
                        "a.sql:3 (cell 1) failed: ai_query cannot be run here: it asks a model that Databricks serves. Put its"
                                + " result into a table that the test seeds."),
                new Refused(
                        "SELECT s:a FROM (SELECT struct(1 AS a) AS s)",
                        "a.sql:3 (cell 1) failed: s is of type STRUCT<a: INT NOT NULL>, and a path is taken of a STRING with JSON or of a"
                                + " VARIANT. Read a field of a STRUCT with a dot."),
                new Refused(
                        "CREATE TABLE b.k (id INT, CONSTRAINT a CHECK (id > 0), CONSTRAINT A CHECK (id > 1))",
                        "a.sql:3 (cell 1) failed: Two constraints have the name a. Give each its own."),
                refused(
                        "SIGNAL",
                        "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stop'",
                        "Spark's scripts do not have it. Write SELECT raise_error('text'), which handlers get as"
                                + " USER_RAISED_EXCEPTION."),
                refused(
                        "RESIGNAL",
                        "RESIGNAL",
                        "Spark's scripts do not have it. Leave the handler out, or write SELECT raise_error('text')."),
                refused(
                        "GET DIAGNOSTICS",
                        "GET DIAGNOSTICS CONDITION 1 text = MESSAGE_TEXT",
                        "Spark's scripts do not have it. Let a handler name its condition: DECLARE EXIT HANDLER FOR"
                                + " DIVIDE_BY_ZERO."),
                refused(
                        "BEGIN ATOMIC",
                        "BEGIN ATOMIC\n  DELETE FROM b.t;\nEND",
                        "Delta commits each statement on its own. Write what belongs together as one statement, such as MERGE."),
                refused("GET", "GET '/Volumes/main/raw/files/a' TO 'a'", "Copy files with dbutils.fs.cp."),
                refused("SHOW TABLES DROPPED", "SHOW TABLES DROPPED", "A table that is dropped is gone at once."),
                new Refused(
                        "SELECT * FROM cloud_files('/x', 'json')",
                        "a.sql:3 (cell 1) failed: cloud_files cannot be run here: Auto Loader is a stream of Databricks. Read the"
                                + " files with read_files."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refuses(Refused refused) {
        NotebookRun run = lake.run("a.sql", "SELECT 1;\n" + refused.sql());

        assertThat(run.failure().orElseThrow()).hasMessage(refused.message());
        assertThat(run.record().problem().location()).hasToString("a.sql:3");
    }

    @Test
    void namesThePlaceOfARefusedStatementInAScript() {
        NotebookRun run = lake.run("a.sql", "BEGIN\n  SELECT 1;\n  UNDROP TABLE b.t;\nEND");

        assertThat(run.failure().orElseThrow())
                .hasMessage(
                        "UNDROP cannot be run here at a.sql:4:3 (cell 1). A table that is dropped is gone at once. Do not drop it,"
                                + " or create it anew.");
    }

    @Test
    void namesTheCellOfAnotherLanguageThatIsRefused() {
        NotebookRun run = lake.run("a.java", "int x = 1;\nspark.sql(\"UNDROP TABLE b.t\");");

        assertThat(run.failure().orElseThrow())
                .hasMessage(
                        "a.java:3 (cell 1) failed: UNDROP cannot be run here at line 1, column 1. A table that is dropped is"
                                + " gone at once. Do not drop it, or create it anew.");
    }

    @Test
    void asksForTheTableOfAnAcceptedStatement() {
        NotebookRun run = lake.run("a.sql", "ANALYZE TABLE b.nothing COMPUTE STATISTICS");

        assertThat(run.failure().orElseThrow())
                .hasMessageContaining("a.sql:2 (cell 1) failed: [TABLE_OR_VIEW_NOT_FOUND]");
    }
}
