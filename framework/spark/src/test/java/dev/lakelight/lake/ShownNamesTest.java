package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lakelight.catalog.ShownErrors;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.project.ProjectFiles;
import io.delta.tables.DeltaTable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalog.Catalog;
import org.apache.spark.sql.catalog.Database;
import org.apache.spark.sql.catalog.Function;
import org.apache.spark.sql.catalog.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sees the names that schemas of catalogs have in Spark's own catalog: not in errors, and not by Spark's API of catalogs. */
class ShownNamesTest {

    private static final String INNER = "(?<!/)main__";

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static Lake lake;

    @BeforeAll
    static void openLake() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        lake = Lake.open(
                cluster,
                LakeOptions.named("shown", ProjectFiles.of(folder, List.of())).below(folder.resolve("lakes")));
        Stream.of(
                        "CREATE SCHEMA main.s",
                        "CREATE TABLE main.s.t (id INT NOT NULL, name STRING) PARTITIONED BY (name)"
                                + " TBLPROPERTIES ('delta.constraints.positive' = 'id > 0')",
                        "CREATE TABLE main.s.appended (id INT) TBLPROPERTIES ('delta.appendOnly' = 'true')",
                        "CREATE TABLE main.s.files (id INT) USING csv LOCATION 's3://acme/files'",
                        "CREATE VIEW main.s.v AS SELECT id FROM main.s.t",
                        "CREATE FUNCTION main.s.f(x INT) RETURNS INT RETURN x",
                        "CREATE FUNCTION main.s.g(x INT) RETURNS TABLE (y INT) RETURN SELECT x")
                .forEach(lake::sql);
    }

    @AfterAll
    static void closeLake() {
        lake.close();
        cluster.close();
    }

    @BeforeEach
    void activate() {
        SparkSession.setActiveSession(lake.session());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT nothing FROM main.s.v",
                "SELECT nothing FROM main.s.t",
                "SELECT * FROM main.s.files WHERE nothing = 1",
                "SELECT * FROM main.s.none",
                "SELECT * FROM main.none.t",
                "SELECT main.s.none(1)",
                "SELECT main.none.f(1)",
                "SELECT main.s.f()",
                "SELECT main.s.f(1, 2)",
                "SELECT main.s.f(array(1))",
                "SELECT * FROM main.s.none(1)",
                "SELECT * FROM main.s.g()",
                "SELECT a.id FROM main.s.v a JOIN main.s.v b WHERE id = 1",
                "SELECT id, count(*) FROM main.s.v",
                "SELECT * FROM main.s.t VERSION AS OF 99",
                "SELECT * FROM main.s.v VERSION AS OF 0",
                "SELECT * FROM main.s.files VERSION AS OF 0",
                "SELECT * FROM main.s.t TIMESTAMP AS OF '2001-01-01'",
                "CREATE SCHEMA main.s",
                "CREATE TABLE main.s.t (id INT)",
                "CREATE TABLE main.s.v (id INT)",
                "CREATE TABLE main.s.t AS SELECT 1 AS id",
                "CREATE TABLE main.none.t (id INT)",
                "CREATE TABLE main.none.t AS SELECT 1 AS id",
                "CREATE TABLE main.s.files (id INT) USING csv LOCATION 's3://acme/files'",
                "CREATE TABLE main.none.files USING csv LOCATION 's3://acme/other' AS SELECT 1 AS id",
                "CREATE TABLE main.s.t SHALLOW CLONE main.s.appended",
                "CREATE TABLE main.s.t DEEP CLONE main.s.appended",
                "CREATE TABLE main.s.n SHALLOW CLONE main.s.none",
                "CREATE TABLE main.s.n SHALLOW CLONE main.s.v",
                "CREATE TABLE main.s.n LIKE main.s.none",
                "CREATE TABLE main.s.t LIKE main.s.appended",
                "CREATE OR REPLACE TABLE main.s.v AS SELECT 1 AS id",
                "REPLACE TABLE main.s.none (id INT)",
                "CREATE VIEW main.s.v AS SELECT 1",
                "CREATE VIEW main.s.t AS SELECT 1",
                "CREATE VIEW main.none.v AS SELECT 1",
                "CREATE VIEW main.s.w AS SELECT * FROM main.s.none",
                "CREATE VIEW main.s.w (a, b) AS SELECT 1",
                "CREATE OR REPLACE VIEW main.s.v AS SELECT * FROM main.s.v",
                "CREATE FUNCTION main.s.f(x INT) RETURNS INT RETURN x",
                "CREATE FUNCTION main.none.f(x INT) RETURNS INT RETURN x",
                "CREATE FUNCTION main.s.h(x INT) RETURNS INT RETURN main.s.none(x)",
                "DROP SCHEMA main.s",
                "DROP SCHEMA main.none",
                "DROP TABLE main.s.none",
                "DROP TABLE main.none.t",
                "DROP TABLE main.s.v",
                "DROP TABLE IF EXISTS main.s.v",
                "DROP VIEW main.s.t",
                "DROP VIEW main.s.none",
                "DROP FUNCTION main.s.none",
                "DROP FUNCTION main.none.f",
                "ALTER TABLE main.s.none ADD COLUMN a INT",
                "ALTER TABLE main.s.t ADD COLUMN id INT",
                "ALTER TABLE main.s.t DROP COLUMN id",
                "ALTER TABLE main.s.t RENAME COLUMN none TO a",
                "ALTER TABLE main.s.t ALTER COLUMN none TYPE STRING",
                "ALTER TABLE main.s.t ALTER COLUMN id TYPE BOOLEAN",
                "ALTER TABLE main.s.t RENAME TO main.s.appended",
                "ALTER TABLE main.s.t RENAME TO main.none.t",
                "ALTER TABLE main.s.t SET TBLPROPERTIES ('delta.none' = 'x')",
                "ALTER TABLE main.s.t ADD CONSTRAINT positive CHECK (id > 1)",
                "ALTER TABLE main.s.t ADD CONSTRAINT a CHECK (none > 1)",
                "ALTER TABLE main.s.t DROP CONSTRAINT none",
                "ALTER TABLE main.s.t ADD PARTITION (name = 'a')",
                "ALTER TABLE main.s.t RECOVER PARTITIONS",
                "ALTER TABLE main.s.t CLUSTER BY (id)",
                "ALTER TABLE main.s.t SET LOCATION 's3://acme/none'",
                "ALTER TABLE main.s.v ADD COLUMN a INT",
                "ALTER TABLE main.s.files DROP COLUMN id",
                "ALTER VIEW main.s.t AS SELECT 1",
                "ALTER VIEW main.s.none RENAME TO main.s.w",
                "ALTER VIEW main.s.v RENAME TO main.s.t",
                "ALTER SCHEMA main.none SET DBPROPERTIES ('a' = 'b')",
                "INSERT INTO main.s.t VALUES (1)",
                "INSERT INTO main.s.t VALUES (1, 'a', 2)",
                "INSERT INTO main.s.t (id, none) VALUES (1, 'a')",
                "INSERT INTO main.s.t BY NAME SELECT 1 AS none",
                "INSERT INTO main.s.t VALUES (NULL, 'a')",
                "INSERT INTO main.s.t VALUES (0, 'a')",
                "INSERT INTO main.s.t VALUES (array(1), 'a')",
                "INSERT INTO main.s.t PARTITION (none = 'a') VALUES (1)",
                "INSERT INTO main.s.v VALUES (1)",
                "INSERT INTO main.s.files VALUES (1, 2)",
                "INSERT INTO main.s.none VALUES (1)",
                "UPDATE main.s.t SET none = 1",
                "UPDATE main.s.v SET id = 1",
                "UPDATE main.s.files SET id = 1",
                "UPDATE main.s.appended SET id = 1",
                "DELETE FROM main.s.appended",
                "DELETE FROM main.s.t WHERE none = 1",
                "DELETE FROM main.s.v",
                "DELETE FROM main.s.files",
                "MERGE INTO main.s.t USING main.s.v s ON none = 1 WHEN MATCHED THEN DELETE",
                "MERGE INTO main.s.v t USING main.s.t s ON t.id = s.id WHEN MATCHED THEN DELETE",
                "MERGE INTO main.s.files t USING main.s.t s ON t.id = s.id WHEN MATCHED THEN DELETE",
                "MERGE INTO main.s.appended t USING main.s.v s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (none) VALUES (1)",
                "TRUNCATE TABLE main.s.v",
                "TRUNCATE TABLE main.s.none",
                "OPTIMIZE main.s.v",
                "OPTIMIZE main.s.none",
                "OPTIMIZE main.s.files",
                "OPTIMIZE main.s.t ZORDER BY (name)",
                "OPTIMIZE main.s.t WHERE id = 1",
                "VACUUM main.s.v",
                "VACUUM main.s.files",
                "VACUUM main.s.none",
                "VACUUM main.s.t RETAIN 0 HOURS",
                "RESTORE TABLE main.s.t TO VERSION AS OF 99",
                "RESTORE TABLE main.s.v TO VERSION AS OF 0",
                "RESTORE TABLE main.s.files TO VERSION AS OF 0",
                "DESCRIBE HISTORY main.s.v",
                "DESCRIBE HISTORY main.s.files",
                "DESCRIBE HISTORY main.s.none",
                "DESCRIBE DETAIL main.s.none",
                "DESCRIBE DETAIL main.s.v",
                "DESCRIBE main.s.none",
                "DESCRIBE main.s.t none",
                "DESCRIBE main.s.t PARTITION (name = 'a')",
                "DESCRIBE FUNCTION main.s.none",
                "DESCRIBE SCHEMA main.none",
                "SHOW TABLES IN main.none",
                "SHOW VIEWS IN main.none",
                "SHOW USER FUNCTIONS IN main.none",
                "SHOW COLUMNS IN main.s.none",
                "SHOW PARTITIONS main.s.files",
                "SHOW PARTITIONS main.s.v",
                "SHOW CREATE TABLE main.s.none",
                "SHOW TBLPROPERTIES main.s.none",
                "SHOW TABLE EXTENDED IN main.none LIKE '*'",
                "ANALYZE TABLE main.s.v COMPUTE STATISTICS",
                "ANALYZE TABLE main.s.none COMPUTE STATISTICS",
                "COPY INTO main.s.v FROM 's3://acme/files' FILEFORMAT = CSV",
                "COPY INTO main.s.none FROM 's3://acme/files' FILEFORMAT = CSV",
                "COPY INTO main.s.files FROM 's3://acme/files' FILEFORMAT = CSV",
                "COPY INTO main.s.t (a, b) FROM 's3://acme/files' FILEFORMAT = CSV",
                "CONVERT TO DELTA main.s.files",
                "CONVERT TO DELTA main.s.v",
                "REORG TABLE main.s.v APPLY (PURGE)",
                "CACHE TABLE main.s.none",
                "UNCACHE TABLE main.s.none",
                "REFRESH TABLE main.s.none",
                "REFRESH FUNCTION main.s.none",
                "COMMENT ON TABLE main.s.none IS 'a'",
                "COMMENT ON COLUMN main.s.t.none IS 'a'",
                "COMMENT ON SCHEMA main.none IS 'a'",
                "USE main.none",
                "USE SCHEMA main.none",
                "MSCK REPAIR TABLE main.s.files",
                "MSCK REPAIR TABLE main.s.t",
                "LOAD DATA LOCAL INPATH '/none' INTO TABLE main.s.files"
            })
    void statementsThatFailTell(String statement) {
        Throwable thrown = catchThrowable(() -> lake.session().sql(statement).collectAsList());

        assertThat(trace(thrown)).as(statement).doesNotContainPattern(INNER);
    }

    @Test
    void sparksApiOfCatalogsNamesTablesAndFunctions() throws Exception {
        Catalog catalog = lake.session().catalog();

        for (Table table : List.of(
                catalog.getTable("main.s.v"),
                catalog.getTable("main.s.t"),
                catalog.listTables("main.s").filter("name = 'v'").head(),
                catalog.listTables("main.s", "files").head())) {
            assertThat(table.catalog()).isEqualTo("main");
            assertThat(table.namespace()).containsExactly("s");
        }

        for (Function function : List.of(
                catalog.getFunction("main.s.f"),
                catalog.listFunctions("main.s").filter("name = 'g'").head(),
                catalog.listFunctions("main.s", "f").filter("not isTemporary").head())) {
            assertThat(function.catalog()).isEqualTo("main");
            assertThat(function.namespace()).containsExactly("s");
        }

        assertThat(catalog.listFunctions("main.s").filter("name = 'upper'").count())
                .isEqualTo(1);
        assertThat(catalog.functionExists("main.s.f")).isTrue();
        assertThat(catalog.getDatabase("main.s").name()).isEqualTo("s");
        assertThat(catalog.listColumns("main.s.v").head().name()).isEqualTo("id");
    }

    @Test
    void sparksApiOfCatalogsKnowsTheCurrentCatalogAndSchema() throws Exception {
        SparkSession session = lake.session().newSession();
        Catalog catalog = session.catalog();

        catalog.setCurrentCatalog("main");
        catalog.setCurrentDatabase("s");

        assertThat(catalog.currentCatalog() + "." + catalog.currentDatabase()).isEqualTo("main.s");
        assertThat(catalog.getTable("v").namespace()).containsExactly("s");
        assertThat(catalog.listTables().collectAsList())
                .extracting(Table::catalog)
                .containsOnly("main");
        assertThat(catalog.getFunction("f").catalog()).isEqualTo("main");
        assertThat(catalog.listDatabases().collectAsList())
                .extracting(Database::name)
                .containsExactly("default", "s");
        assertThatThrownBy(() -> catalog.setCurrentDatabase("none"))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("none");
    }

    @Test
    void deltaTablesTellTheirDetails() {
        DeltaTable table = DeltaTable.forName(lake.session(), "main.s.t");

        assertThat(table.detail().schema())
                .isEqualTo(lake.sql("DESCRIBE DETAIL main.s.t").schema());
        assertThat(table.detail().select("format", "name", "numFiles").collectAsList())
                .extracting(Row::toString)
                .containsExactly("[delta,main.s.t,0]");
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                call("getTable", session -> session.catalog().getTable("main.s.none")),
                call("getFunction", session -> session.catalog().getFunction("main.s.none")),
                call("listFunctions", session -> session.catalog().listFunctions("main.none")),
                call("listTables", session -> session.catalog().listTables("main.none")),
                call("listColumns", session -> session.catalog().listColumns("main.s.none")),
                call("getDatabase", session -> session.catalog().getDatabase("main.none")),
                call("recoverPartitions", session -> session.catalog().recoverPartitions("main.s.files")),
                call("table", session -> session.table("main.s.none")),
                call("read", session -> session.read().table("main.s.none")),
                call("saveAsTable", session -> session.range(1).write().saveAsTable("main.s.t")),
                call(
                        "saveAsTable into a view",
                        session -> session.range(1).write().mode("append").saveAsTable("main.s.v")),
                call(
                        "saveAsTable into no schema",
                        session -> session.range(1).write().saveAsTable("main.none.t")),
                call(
                        "saveAsTable with other columns",
                        session -> session.range(1)
                                .toDF("none")
                                .write()
                                .mode("append")
                                .saveAsTable("main.s.t")),
                call("insertInto", session -> session.range(1).write().insertInto("main.s.t")),
                call("insertInto a view", session -> session.range(1).write().insertInto("main.s.v")),
                call("writeTo", session -> session.range(1).writeTo("main.s.t").append()),
                call("create", session -> session.range(1).writeTo("main.s.t").create()),
                call(
                        "replace",
                        session -> session.range(1).writeTo("main.s.none").replace()),
                call("DeltaTable.forName of nothing", session -> DeltaTable.forName(session, "main.s.none")),
                call("DeltaTable.forName of files", session -> DeltaTable.forName(session, "main.s.files")),
                call("DeltaTable.forName of a view", session -> DeltaTable.forName(session, "main.s.v")),
                call(
                        "DeltaTable.delete",
                        session ->
                                DeltaTable.forName(session, "main.s.appended").delete()),
                call(
                        "DeltaTable.delete by nothing",
                        session -> DeltaTable.forName(session, "main.s.t").delete("none = 1")),
                call(
                        "DeltaTable.create",
                        session -> DeltaTable.create(session)
                                .tableName("main.s.t")
                                .addColumn("id", "INT")
                                .execute()));
    }

    private interface Call {

        void on(SparkSession session) throws Exception;
    }

    private static Arguments call(String name, Call call) {
        return Arguments.of(name, call);
    }

    /** Spark asks nobody what it throws of datasets: the names are shown where that leaves tests and cells. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void callsThatFailTell(String name, Call call) {
        Throwable thrown = catchThrowable(() -> call.on(lake.session()));

        ShownErrors.showInActiveSession(thrown);

        assertThat(trace(thrown)).doesNotContainPattern(INNER);
    }

    /** Spark asks for the plan when it is asked for the message. One that names schemas otherwise is left out. */
    @Test
    void plansInMessagesTellNothing() {
        Dataset<Row> view = lake.session().table("main.s.v");
        Throwable thrown = catchThrowable(() -> view.select("none"));

        ShownErrors.showInActiveSession(thrown);

        assertThat(thrown).isInstanceOf(AnalysisException.class).message().endsWith("SQLSTATE: 42703");
        assertThat(trace(thrown)).doesNotContainPattern(INNER);
    }

    @Test
    void whatWasThrownStaysTheSame() {
        AnalysisException thrown = (AnalysisException) catchThrowable(() -> lake.sql("DROP SCHEMA main.s"));

        assertThat(thrown.getCondition()).isEqualTo("SCHEMA_NOT_EMPTY");
        assertThat(thrown.getMessageParameters()).containsExactly(Map.entry("schemaName", "`main`.`s`"));
        assertThat(thrown.getMessage()).contains("Cannot drop a schema `main`.`s` because it contains objects.");
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
