package dev.lakelight.dialect;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.result.Warning;
import dev.lakelight.runtime.NotebookRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each statement of Databricks that Spark and Delta do not know. */
class DialectTest {

    private DialectLake lake;

    @BeforeEach
    void open(@TempDir Path base) {
        lake = new DialectLake(base);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    /** What runs: statements, the rows of the last one, and what the cell says and is warned of. */
    record Bridged(String name, String sql, List<List<String>> rows, String said) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Bridged bridged(String name, String sql, List<List<String>> rows) {
        return new Bridged(name, sql, rows, "");
    }

    private static Bridged noted(String name, String sql, String text) {
        return new Bridged(name, sql + ";\nSELECT count(*) FROM b.t", List.of(List.of("2")), text);
    }

    static Stream<Bridged> bridges() {
        return Stream.of(
                bridged("DESCRIBE HISTORY IDENTIFIER(:t)", "DESCRIBE HISTORY IDENTIFIER(:t) LIMIT 1", null),
                bridged("DESCRIBE DETAIL IDENTIFIER", "DESCRIBE DETAIL IDENTIFIER('b' || '.t')", null),
                bridged(
                        "OPTIMIZE IDENTIFIER(:t)",
                        "OPTIMIZE IDENTIFIER(:t) ZORDER BY (id); SELECT id FROM b.t ORDER BY id",
                        ids("1", "2")),
                new Bridged(
                        "VACUUM IDENTIFIER(:t)",
                        "VACUUM IDENTIFIER(:t); SELECT id FROM b.t ORDER BY id",
                        ids("1", "2"),
                        "Deleted 0 files and directories in a total of 1 directories.\n"),
                bridged(
                        "RESTORE IDENTIFIER(:t)",
                        "DELETE FROM b.t; RESTORE TABLE IDENTIFIER(:t) TO VERSION AS OF 0; SELECT id FROM b.t ORDER BY id",
                        ids("1", "2")),
                bridged(
                        "IDENTIFIER of a session variable",
                        "DECLARE VARIABLE name STRING DEFAULT 'b.t'; DESCRIBE HISTORY IDENTIFIER(name)",
                        null),
                bridged("FROM (DESCRIBE HISTORY)", "SELECT max(version) FROM (DESCRIBE HISTORY b.t)", ids("0")),
                bridged(
                        "FROM (DESC DETAIL IDENTIFIER) AS name",
                        "WITH w AS (SELECT d.format FROM (desc detail IDENTIFIER('b' || '.t') ) AS d) SELECT * FROM w",
                        ids("delta")),
                bridged(
                        "FROM (DESCRIBE HISTORY) in a script",
                        "BEGIN DECLARE n INT; SET n = (SELECT max(version) FROM (DESCRIBE HISTORY b.t LIMIT 1)); SELECT n; END",
                        ids("0")),
                bridged(
                        "table@v0",
                        "DELETE FROM b.t WHERE id = 1; SELECT x.id FROM b.t@v0 AS x LEFT ANTI JOIN b.t@V1 y ON x.id = y.id"
                                + " WHERE 'a@v9' <> \"b@v9\" -- c@v9",
                        ids("1")),
                bridged(
                        "CLONE table@v0",
                        "DELETE FROM b.t; CREATE TABLE b.c DEEP CLONE b.t@v0; SELECT id FROM b.c ORDER BY id",
                        ids("1", "2")),
                bridged(
                        "current_metastore()",
                        "SELECT current_metastore()",
                        ids("local:lakelight:00000000-0000-0000-0000-000000000000")),
                noted(
                        "GRANT",
                        "GRANT SELECT ON TABLE b.t\n TO `analysts`",
                        "GRANT SELECT ON TABLE b.t TO `analysts` is recorded and has no effect: there are no users and no"
                                + " permissions here.\n"),
                noted(
                        "REVOKE",
                        "REVOKE ALL PRIVILEGES ON SCHEMA b FROM analysts",
                        "REVOKE ALL PRIVILEGES ON SCHEMA b FROM analysts is recorded and has no effect: there are no users and"
                                + " no permissions here.\n"),
                noted(
                        "DENY",
                        "DENY MODIFY ON TABLE b.t TO analysts",
                        "DENY MODIFY ON TABLE b.t TO analysts is recorded and has no effect: there are no users and no"
                                + " permissions here.\n"),
                noted(
                        "ALTER ... OWNER TO",
                        "ALTER TABLE b.t SET OWNER TO analysts",
                        "ALTER TABLE b.t SET OWNER TO analysts is recorded and has no effect: owners and tags are not kept here.\n"),
                noted(
                        "ALTER ... SET TAGS",
                        "ALTER TABLE b.t SET TAGS ('pii' = 'no')",
                        "ALTER TABLE b.t SET TAGS ('pii' = 'no') is recorded and has no effect: owners and tags are not kept here.\n"),
                noted(
                        "ANALYZE",
                        "ANALYZE TABLE IDENTIFIER(:t) COMPUTE STATISTICS FOR ALL COLUMNS",
                        "ANALYZE TABLE `b`.`t` COMPUTE STATISTICS FOR ALL COLUMNS is recorded and has no effect: the statistics that"
                                + " Delta keeps in its log are all there are here.\n"),
                noted(
                        "ANALYZE ... DELTA STATISTICS",
                        "ANALYZE TABLE b.t COMPUTE DELTA STATISTICS",
                        "ANALYZE TABLE b.t COMPUTE DELTA STATISTICS is recorded and has no effect: the statistics that Delta"
                                + " keeps in its log are all there are here.\n"),
                noted(
                        "PRIMARY KEY and FOREIGN KEY in CREATE TABLE",
                        "CREATE TABLE b.k (id INT PRIMARY KEY, n INT, CONSTRAINT to_t FOREIGN KEY (n) REFERENCES b.t (id))",
                        "PRIMARY KEY (id) is recorded and not enforced, as on Databricks; the optimizer does not use it.\n"
                                + "FOREIGN KEY (n) REFERENCES b.t (id) is recorded and not enforced, as on Databricks; the"
                                + " optimizer does not use it.\n"),
                noted(
                        "ALTER TABLE ... ADD and DROP CONSTRAINT",
                        "ALTER TABLE b.t ADD CONSTRAINT pk PRIMARY KEY (id);\nALTER TABLE b.t DROP CONSTRAINT pk",
                        "PRIMARY KEY (id) is recorded and not enforced, as on Databricks; the optimizer does not use it.\n"),
                bridged(
                        "CHECK in CREATE TABLE",
                        "CREATE TABLE b.k (id INT, n INT CHECK (n < 9), CONSTRAINT Small CHECK (id < 5)); SELECT properties FROM"
                                + " (SELECT 1 AS properties)",
                        ids("1")),
                bridged(
                        "column:path of JSON in a string",
                        "SELECT json:a.b AS x, json:items[0].n::INT AS y, json:['A B'] AS z FROM"
                                + " VALUES ('{\"a\":{\"b\":\"c\"},\"items\":[{\"n\":5}],\"A B\":1}') AS t (json)",
                        List.of(List.of("c", "5", "1"))),
                bridged("column:path of a VARIANT", "SELECT parse_json('{\"a\":{\"b\":1}}'):a.b::INT", ids("1")),
                bridged(
                        "REORG TABLE ... APPLY (PURGE)",
                        "CREATE TABLE b.r TBLPROPERTIES ('delta.enableDeletionVectors' = 'true') AS SELECT id FROM"
                                + " range(0, 10, 1, 1); DELETE FROM b.r WHERE id = 3; REORG TABLE b.r APPLY (PURGE);"
                                + " SELECT count(*), count(DISTINCT _metadata.file_path) FROM b.r",
                        List.of(List.of("9", "1"))),
                noted(
                        "CLUSTER BY AUTO",
                        "CREATE TABLE b.k (id INT) CLUSTER BY AUTO",
                        "CLUSTER BY AUTO is recorded and has no effect: nothing chooses columns here.\n"),
                noted(
                        "PREDICTIVE OPTIMIZATION",
                        "ALTER TABLE b.t ENABLE PREDICTIVE OPTIMIZATION",
                        "ALTER TABLE b.t ENABLE PREDICTIVE OPTIMIZATION is recorded and has no effect: no service looks after"
                                + " tables here.\n"),
                bridged("CLUSTER BY NONE", "CREATE TABLE b.k (id INT) CLUSTER BY NONE; SELECT 1", ids("1")),
                bridged(
                        "COMMENT ON COLUMN",
                        "COMMENT ON COLUMN b.t.id IS 'the ' 'key'; DESCRIBE b.t",
                        List.of(List.of("id", "int", "the key"), Arrays.asList("name", "string", null))),
                bridged(
                        "CREATE SCHEMA ... MANAGED LOCATION",
                        "CREATE SCHEMA raw MANAGED LOCATION 's3://bucket/raw'; CREATE TABLE raw.t AS SELECT 1 AS id;"
                                + " SELECT * FROM raw.t",
                        ids("1")),
                bridged(
                        "SHOW VOLUMES",
                        "CREATE VOLUME main.raw.one; CREATE VOLUME main.raw.two; SHOW VOLUMES IN main.raw LIKE 't*'",
                        List.of(List.of("raw", "two"))),
                bridged(
                        "USE CATALOG among comments",
                        "/* a */ USE -- b\n CATALOG /* c */ main; SELECT current_catalog()",
                        ids("main")),
                bridged(
                        "functions by Databricks' names",
                        "SELECT is_member('a'), is_account_group_member('a'), getdate() IS NULL, iff(true, 1, 2),"
                                + " charindex('b', 'ab')",
                        List.of(List.of("false", "false", "false", "1", "2"))),
                bridged(
                        "tables that are called as what is refused",
                        "CREATE TABLE live (id INT); CREATE SCHEMA flow; CREATE TABLE policy (id INT); DESCRIBE policy",
                        List.of(Arrays.asList("id", "int", null))),
                bridged(
                        "SHOW VOLUMES by alternatives and broken patterns",
                        "CREATE VOLUME main.raw.one; CREATE VOLUME main.raw.two; CREATE VOLUME main.raw.six; SHOW VOLUMES IN"
                                + " main.raw LIKE '(|T*|six'",
                        List.of(List.of("raw", "six"), List.of("raw", "two"))),
                bridged("EXPLAIN of a statement of ours", "EXPLAIN /* a */ OPTIMIZE b.t", null),
                new Bridged(
                        "statements in a script",
                        """
                        BEGIN
                          DECLARE name STRING DEFAULT 'b.t';
                          DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SELECT 'failed'; END;
                          OPTIMIZE IDENTIFIER(name);
                          IF 1 = 2 THEN UPDATE b.t SET id = 9; ELSE GRANT SELECT ON TABLE b.t TO `a;b`; END IF;
                          CREATE TABLE b.k (id INT, CONSTRAINT pos CHECK (id > 0));
                          USE CATALOG main;
                          SELECT current_catalog(), count(*) FROM spark_catalog.b.t;
                        END""",
                        List.of(List.of("main", "2")),
                        "GRANT SELECT ON TABLE b.t TO `a;b` is recorded and has no effect: there are no users and no"
                                + " permissions here.\n"),
                bridged(
                        "session variables across cells",
                        "DECLARE VARIABLE n INT DEFAULT 1;\n\n-- COMMAND ----------\n\nSET VAR n = n + 4\n\n"
                                + "-- COMMAND ----------\n\nSELECT n",
                        ids("5")));
    }

    private static List<List<String>> ids(String... ids) {
        return Stream.of(ids).map(List::of).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bridges")
    void runs(Bridged bridged) {
        lake.lake()
                .table("b.t")
                .withSchema("id INT, name STRING")
                .rows(RowFactory.create(1, "a"), RowFactory.create(2, "b"));

        NotebookRun run = lake.run("a.sql", bridged.sql());

        assertThat(run.failure()).isEmpty();
        assertThat(DialectLake.text(run) + DialectLake.warnings(run)).isEqualTo(bridged.said());

        if (bridged.rows() != null) {
            assertThat(DialectLake.rows(run)).isEqualTo(bridged.rows());
        }
    }

    @Test
    void saysWhenATimestampBehindATableIsTooEarly() {
        assertThat(lake.run("a.sql", "CREATE TABLE b.t AS SELECT 1 AS id; SELECT * FROM b.t@20010203040506789")
                        .failure()
                        .orElseThrow())
                .hasMessageContaining("[DELTA_TIMESTAMP_EARLIER_THAN_COMMIT_RETENTION]")
                .hasMessageContaining("2001-02-03 04:05:06.789");
    }

    @Test
    void enforcesACheckOfANewTableFromItsFirstCommitOn() {
        NotebookRun created =
                lake.run("a.sql", "CREATE TABLE b.k (id INT, CONSTRAINT pos CHECK (id > 0)); DESCRIBE HISTORY b.k");
        NotebookRun violated = lake.run("b.sql", "INSERT INTO b.k VALUES (0)");
        NotebookRun wrong = lake.run("c.sql", "CREATE TABLE b.w (id INT, CHECK (nothing > 0))");

        assertThat(created.failure()).isEmpty();
        assertThat(DialectLake.rows(created)).hasSize(1);
        assertThat(violated.failure().orElseThrow()).hasMessageContaining("CHECK constraint pos (id > 0) violated");
        assertThat(wrong.failure().orElseThrow()).hasMessageContaining("`nothing` cannot be resolved");
        assertThat(lake.lake().session().catalog().tableExists("b.w")).isFalse();
    }

    @Test
    void showsCatalogsAsTheyAreNamedInErrors() {
        NotebookRun run = lake.run(
                "a.sql",
                "CREATE SCHEMA main.hidden; CREATE VIEW main.hidden.v AS SELECT 1 AS id;\n\n-- COMMAND ----------\n\n"
                        + "DROP SCHEMA main.hidden");

        assertThat(run.failure().orElseThrow())
                .hasMessageContaining("`main`.`hidden`")
                .hasMessageNotContaining("main__");
    }

    @Test
    void runsInOtherLanguagesToo() {
        NotebookRun run = lake.run("a.java", """
                spark.sql("CREATE TABLE b.t (id INT PRIMARY KEY)");
                spark.sql("INSERT INTO b.t VALUES (1)");
                spark.sql("GRANT SELECT ON TABLE b.t TO analysts");
                System.out.println(spark.sql("DESCRIBE HISTORY IDENTIFIER(:t)", Map.of("t", "b.t")).select("version").count());
                spark.sql("CREATE TABLE b.c DEEP CLONE b.t");
                System.out.println(spark.table("b.c").collectAsList());
                """);

        assertThat(run.failure()).isEmpty();
        assertThat(DialectLake.text(run)).isEqualTo("2\n[[1]]\n");
        assertThat(DialectLake.warnings(run)).isEqualTo("""
                PRIMARY KEY (id) is recorded and not enforced, as on Databricks; the optimizer does not use it.
                GRANT SELECT ON TABLE b.t TO analysts is recorded and has no effect: there are no users and no permissions here.
                """);
    }

    @Test
    void saysWhereWarningsComeFrom() {
        NotebookRun run = lake.run("a.sql", """
                SELECT 1;
                GRANT SELECT ON TABLE b.t
                  TO analysts;

                -- COMMAND ----------

                -- MAGIC %pip install x""");

        assertThat(run.warnings())
                .extracting(Warning::toString)
                .containsExactly(
                        "a.sql:3: GRANT SELECT ON TABLE b.t TO analysts is recorded and has no effect: there are no users and"
                                + " no permissions here.",
                        "a.sql:8: %pip has no effect here: libraries are those of the project.");
        assertThat(run).hasWarning("GRANT SELECT ON TABLE b.t").hasWarning("%pip");
        assertThatThrownBy(() -> assertThat(run).hasNoWarnings())
                .hasMessage(
                        "a.sql was expected to run without warnings, but was warned of:\n  %s\n  %s",
                        run.warnings().toArray());
        assertThatThrownBy(() -> assertThat(run).hasWarning("REVOKE"))
                .hasMessage(
                        "a.sql was expected to be warned of 'REVOKE', but was warned of:\n  %s\n  %s",
                        run.warnings().toArray());
    }

    @Test
    void keepsKeysWhereTheyCanBeSeen() {
        NotebookRun run = lake.run("a.sql", """
                CREATE TABLE b.t (id INT, n INT, CONSTRAINT Orders_PK PRIMARY KEY (id)) TBLPROPERTIES ('a' = 'b');
                ALTER TABLE b.t ADD CONSTRAINT fk FOREIGN KEY (n) REFERENCES b.t (id);
                ALTER TABLE b.t ADD CONSTRAINT positive CHECK (n > 0);
                SHOW TBLPROPERTIES b.t
                """);

        assertThat(run.failure()).isEmpty();
        assertThat(DialectLake.rows(run))
                .contains(
                        List.of("a", "b"),
                        List.of("delta.constraints.positive", "n > 0"),
                        List.of("lakelight.constraint.fk", "FOREIGN KEY (n) REFERENCES b.t (id)"),
                        List.of("lakelight.constraint.orders_pk", "PRIMARY KEY (id)"));
        assertThat(lake.lake().session().table("b.t").schema().apply("id").nullable())
                .isFalse();

        NotebookRun dropped = lake.run("b.sql", """
                ALTER TABLE b.t DROP PRIMARY KEY;
                ALTER TABLE b.t DROP FOREIGN KEY IF EXISTS (n);
                ALTER TABLE b.t DROP CONSTRAINT positive;
                SHOW TBLPROPERTIES b.t
                """);

        assertThat(dropped.failure()).isEmpty();
        assertThat(DialectLake.rows(dropped)).noneMatch(row -> row.get(0).contains("constraint"));
    }

    @Test
    void createsVolumesAsFolders() throws IOException {
        NotebookRun created =
                lake.run("a.sql", "CREATE VOLUME IF NOT EXISTS main.raw.`files in`;\nCREATE VOLUME other COMMENT 'x'");

        assertThat(created.failure()).isEmpty();
        String catalog = lake.lake().sql("SELECT current_catalog()").head().getString(0);
        assertThat(lake.lake().path("/Volumes/%s/default/other".formatted(catalog)))
                .isDirectory();
        Files.writeString(lake.lake().path("/Volumes/main/raw/files in").resolve("a.json"), "{\"id\": 1}");

        NotebookRun used = lake.run("b.sql", """
                CREATE TABLE b.v (id BIGINT);
                COPY INTO b.v FROM '/Volumes/main/raw/files in' FILEFORMAT = JSON;
                DROP VOLUME main.raw.`files in`;
                DROP VOLUME IF EXISTS main.raw.`files in`;
                SELECT id FROM b.v
                """);

        assertThat(used.failure()).isEmpty();
        assertThat(DialectLake.rows(used)).isEqualTo(ids("1"));
        assertThat(lake.lake().path("/Volumes/main/raw/files in")).doesNotExist();
    }
}
