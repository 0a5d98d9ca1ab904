package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import dev.lakelight.runtime.TestLake;
import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pipelines do with names of three parts, one row for each kind of statement. */
class NamedCatalogTest {

    @RegisterExtension
    static final TestLake LAKE = new TestLake();

    private static Lake lake;

    @BeforeAll
    static void takeLake() {
        lake = LAKE.lake();
    }

    /** As in users' tests; closing another lake clears it. */
    @BeforeEach
    void activate() {
        SparkSession.setActiveSession(lake.session());
    }

    /**
     * Statements, and what the last of them returns. In them {@code $} is a schema of the row's own in the catalog main, with a table
     * {@code t} of the rows (1, a) and (2, b).
     */
    private record Statement(String kind, List<String> sql, List<String> rows) {

        static Statement of(String kind, String sql, String... rows) {
            return new Statement(
                    kind, Arrays.stream(sql.split(";")).map(String::strip).toList(), List.of(rows));
        }

        String schema() {
            return "main." + kind.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "_");
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Statement> statements() {
        return Stream.of(
                Statement.of("SELECT", "SELECT t.id, $.t.name FROM $.t WHERE $.t.id = 2", "[2,b]"),
                Statement.of(
                        "CREATE TABLE",
                        "CREATE TABLE $.n (id INT); INSERT INTO $.n VALUES (7); SELECT * FROM $.n",
                        "[7]"),
                Statement.of(
                        "CREATE TABLE AS", "CREATE TABLE $.n AS SELECT id FROM $.t; SELECT count(*) FROM $.n", "[2]"),
                Statement.of(
                        "CREATE OR REPLACE TABLE AS",
                        "CREATE OR REPLACE TABLE $.t AS SELECT 9 AS id; SELECT * FROM $.t",
                        "[9]"),
                Statement.of("CREATE TABLE LIKE", "CREATE TABLE $.n LIKE $.t; SELECT count(*) FROM $.n", "[0]"),
                Statement.of(
                        "CREATE TABLE IF NOT EXISTS",
                        "CREATE TABLE IF NOT EXISTS $.t (x INT); SELECT count(*) FROM $.t",
                        "[2]"),
                Statement.of("SHALLOW CLONE", "CREATE TABLE $.n SHALLOW CLONE $.t; SELECT count(*) FROM $.n", "[2]"),
                Statement.of("INSERT INTO", "INSERT INTO $.t VALUES (3, 'c'); SELECT count(*) FROM $.t", "[3]"),
                Statement.of("INSERT OVERWRITE", "INSERT OVERWRITE $.t VALUES (3, 'c'); SELECT * FROM $.t", "[3,c]"),
                Statement.of(
                        "INSERT REPLACE WHERE",
                        "INSERT INTO $.t REPLACE WHERE id = 1 VALUES (1, 'z'); SELECT * FROM $.t ORDER BY id",
                        "[1,z]",
                        "[2,b]"),
                Statement.of(
                        "MERGE",
                        "MERGE INTO $.t AS t USING (SELECT 1 AS id, 'x' AS name) s ON t.id = s.id WHEN MATCHED THEN UPDATE SET *"
                                + " WHEN NOT MATCHED THEN INSERT *; SELECT * FROM $.t ORDER BY id",
                        "[1,x]",
                        "[2,b]"),
                Statement.of(
                        "UPDATE", "UPDATE $.t SET name = 'x' WHERE id = 1; SELECT * FROM $.t WHERE id = 1", "[1,x]"),
                Statement.of("DELETE", "DELETE FROM $.t WHERE id = 1; SELECT * FROM $.t", "[2,b]"),
                Statement.of("TRUNCATE", "TRUNCATE TABLE $.t; SELECT count(*) FROM $.t", "[0]"),
                Statement.of("VERSION AS OF", "DELETE FROM $.t; SELECT count(*) FROM $.t VERSION AS OF 1", "[2]"),
                Statement.of(
                        "RESTORE",
                        "DELETE FROM $.t; RESTORE TABLE $.t TO VERSION AS OF 1; SELECT count(*) FROM $.t",
                        "[2]"),
                Statement.of(
                        "ALTER TABLE ADD",
                        "ALTER TABLE $.t ADD COLUMNS (age INT); SELECT age FROM $.t WHERE id = 1",
                        "[null]"),
                Statement.of(
                        "ALTER TABLE SET",
                        "ALTER TABLE $.t SET TBLPROPERTIES ('delta.appendOnly' = 'true'); SHOW TBLPROPERTIES $.t ('delta.appendOnly')",
                        "[delta.appendOnly,true]"),
                Statement.of(
                        "ALTER TABLE CHECK",
                        "ALTER TABLE $.t ADD CONSTRAINT positive CHECK (id > 0); SELECT count(*) FROM $.t",
                        "[2]"),
                Statement.of("ALTER TABLE RENAME", "ALTER TABLE $.t RENAME TO $.u; SELECT count(*) FROM $.u", "[2]"),
                Statement.of("COMMENT ON", "COMMENT ON TABLE $.t IS 'all of them'; SELECT count(*) FROM $.t", "[2]"),
                Statement.of("DROP TABLE", "DROP TABLE $.t; SHOW TABLES IN $"),
                Statement.of("OPTIMIZE", "OPTIMIZE $.t ZORDER BY (id); SELECT count(*) FROM $.t", "[2]"),
                Statement.of("VACUUM", "VACUUM $.t; SELECT count(*) FROM $.t", "[2]"),
                Statement.of("DESCRIBE", "DESCRIBE $.t", "[id,int,null]", "[name,string,null]"),
                Statement.of("SHOW COLUMNS", "SHOW COLUMNS IN $.t", "[id]", "[name]"),
                Statement.of(
                        "CREATE VIEW",
                        "CREATE VIEW $.v AS SELECT id FROM $.t; SELECT $.v.id FROM $.v WHERE v.id = 2",
                        "[2]"),
                Statement.of(
                        "CREATE OR REPLACE VIEW",
                        "CREATE OR REPLACE VIEW $.v (n COMMENT 'x') AS SELECT id FROM $.t; CREATE OR REPLACE VIEW $.v AS SELECT max(id) AS m FROM $.t; SELECT * FROM $.v",
                        "[2]"),
                Statement.of(
                        "ALTER VIEW",
                        "CREATE VIEW $.v AS SELECT 1; ALTER VIEW $.v AS SELECT 5 AS n; ALTER VIEW $.v RENAME TO $.w; SELECT * FROM $.w",
                        "[5]"),
                Statement.of("DESCRIBE VIEW", "CREATE VIEW $.v AS SELECT id FROM $.t; DESCRIBE $.v", "[id,int,null]"),
                Statement.of(
                        "VIEW OF A VIEW",
                        "CREATE VIEW $.v AS SELECT id FROM $.t; CREATE VIEW $.w AS SELECT id + 1 AS id FROM $.v; SELECT max(id) FROM $.w",
                        "[3]"),
                Statement.of(
                        "DROP VIEW",
                        "CREATE VIEW $.v AS SELECT 1; DROP VIEW $.v; DROP VIEW IF EXISTS $.v; SHOW TABLES IN $ LIKE 'v'"),
                Statement.of(
                        "CREATE FUNCTION",
                        "CREATE FUNCTION $.twice(x INT) RETURNS INT RETURN 2 * x; SELECT $.twice(id) FROM $.t ORDER BY id",
                        "[2]",
                        "[4]"),
                Statement.of(
                        "TABLE FUNCTION",
                        "CREATE FUNCTION $.above(x INT) RETURNS TABLE (id INT) RETURN SELECT id FROM $.t WHERE id > x; SELECT * FROM $.above(1)",
                        "[2]"),
                Statement.of(
                        "DROP FUNCTION",
                        "CREATE FUNCTION $.f() RETURNS INT RETURN 1; DROP FUNCTION $.f; DROP FUNCTION IF EXISTS $.f; SELECT 1",
                        "[1]"),
                Statement.of(
                        "IDENTIFIER",
                        "CREATE TABLE IDENTIFIER('$' || '.n') AS SELECT 1 AS id; CREATE VIEW IDENTIFIER('$.v') AS SELECT * FROM IDENTIFIER('$.n'); SELECT * FROM IDENTIFIER('$.v')",
                        "[1]"),
                Statement.of(
                        "EXPLAINED JOIN", "SELECT a.id FROM $.t a JOIN $.t b ON a.id = b.id WHERE b.name = 'a'", "[1]"),
                Statement.of(
                        "CREATE SCHEMA",
                        "CREATE SCHEMA IF NOT EXISTS $x; CREATE TABLE $x.n AS SELECT 1 AS id; SELECT * FROM $x.n",
                        "[1]"),
                Statement.of(
                        "DROP SCHEMA",
                        "DROP SCHEMA $ CASCADE; SELECT count(*) FROM main.information_schema.schemata WHERE schema_name = 'drop_schema'",
                        "[0]"),
                Statement.of(
                        "OTHER FORMATS",
                        "CREATE TABLE $.c (id INT) USING csv LOCATION 's3://acme/c'; INSERT INTO $.c VALUES (4); DESCRIBE $.c; SELECT $.c.id FROM $.c",
                        "[4]"),
                Statement.of(
                        "OTHER FORMATS WITH ROWS",
                        "CREATE TABLE $.c USING parquet LOCATION 's3://acme/rows' AS SELECT id FROM $.t; INSERT INTO $.c VALUES (4); SELECT sum(id) FROM $.c",
                        "[7]"),
                Statement.of(
                        "INFORMATION SCHEMA TABLES",
                        "CREATE VIEW $.v AS SELECT 1; SELECT table_catalog, table_name, table_type, data_source_format FROM main.information_schema.tables WHERE table_schema = 'information_schema_tables' ORDER BY table_name",
                        "[main,t,MANAGED,DELTA]",
                        "[main,v,VIEW,VIEW]"),
                Statement.of(
                        "INFORMATION SCHEMA COLUMNS",
                        "CREATE TABLE $.gone (a INT); CREATE VIEW $.v AS SELECT a AS last FROM $.gone; DROP TABLE $.gone; SELECT c.column_name, c.ordinal_position, c.data_type FROM system.information_schema.columns c WHERE c.table_schema = 'information_schema_columns' ORDER BY table_name, 2",
                        "[id,1,INT]",
                        "[name,2,STRING]",
                        "[last,1,INT]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void statementsKnowNamesOfThreeParts(Statement statement) {
        String schema = statement.schema();
        lake.sql("CREATE SCHEMA " + schema);
        lake.sql("CREATE TABLE %s.t (id INT, name STRING)".formatted(schema));
        lake.sql("INSERT INTO %s.t VALUES (1, 'a'), (2, 'b')".formatted(schema));

        List<String> rows = List.of();
        for (String sql : statement.sql()) {
            rows = rows(lake, sql.replace("$", schema));
        }

        assertThat(rows).containsExactlyElementsOf(statement.rows());
    }

    @Test
    void managedTablesAreDeltaTablesButForTheOldMetastore() {
        lake.sql("CREATE SCHEMA main.managed");

        for (String statement : List.of(
                "CREATE TABLE main.managed.t USING parquet AS SELECT 1 AS id",
                "CREATE TABLE main.managed.t (id INT) USING parquet",
                "CREATE TABLE IF NOT EXISTS main.managed.t (id INT) USING parquet")) {
            assertThatThrownBy(() -> lake.sql(statement))
                    .as(statement)
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "The table main.managed.t cannot be made in the format parquet: the managed tables of Unity Catalog are"
                                    + " Delta tables. Leave the format out, or make the table an external one: say with LOCATION where"
                                    + " its files are.");
        }

        assertThatThrownBy(() -> lake.session().range(1).write().format("csv").saveAsTable("main.managed.t"))
                .hasMessageContaining("cannot be made in the format csv");
        lake.session()
                .range(3)
                .write()
                .format("csv")
                .option("path", "/mnt/saved")
                .saveAsTable("main.managed.t");
        lake.sql("CREATE TABLE hive_metastore.default.old USING parquet AS SELECT 1 AS id");

        assertThat(rows(lake, "SELECT count(*) FROM main.managed.t")).containsExactly("[3]");
        assertThat(rows(lake, "SELECT * FROM hive_metastore.default.old")).containsExactly("[1]");
        assertThat(lake.path("/mnt/saved")).isDirectory();
    }

    @Test
    void schemasWithTheirCatalogAreUsed() {
        try (Lake own = LAKE.open("used", Map.of())) {
            own.sql("CREATE SCHEMA main.sales");
            own.createSchema("main");
            own.sql("USE SCHEMA main.sales");

            assertThat(rows(own, "SELECT current_catalog(), current_schema()")).containsExactly("[main,sales]");

            own.sql("USE CATALOG spark_catalog");
            own.sql("USE SCHEMA main");

            assertThat(rows(own, "SELECT current_catalog(), current_schema()")).containsExactly("[spark_catalog,main]");
        }
    }

    @Test
    void aViewIsNotDroppedAsATable() {
        lake.sql("CREATE SCHEMA main.views");
        lake.sql("CREATE VIEW main.views.v AS SELECT 1 AS id");

        assertThatThrownBy(() -> lake.sql("DROP TABLE main.views.v")).hasMessageContaining("Use DROP VIEW instead");
        assertThatThrownBy(() -> lake.sql("DROP TABLE IF EXISTS main.views.v"))
                .hasMessageContaining("main.views.v is a VIEW");
        assertThat(rows(lake, "SELECT * FROM main.views.v")).containsExactly("[1]");
    }

    @Test
    void datasetsAreSavedAndReadByNamesOfThreeParts() {
        lake.sql("CREATE SCHEMA main.api");

        lake.session().range(3).write().saveAsTable("main.api.t");
        lake.session().range(2).write().mode(SaveMode.Append).saveAsTable("main.api.t");
        lake.session().range(1).write().insertInto("main.api.t");

        assertThat(lake.session().table("main.api.t").count()).isEqualTo(6);
        assertThat(lake.session().catalog().tableExists("main.api.t")).isTrue();
        assertThat(DeltaTable.forName(lake.session(), "main.api.t").history().count())
                .isEqualTo(3);

        lake.session().range(1).write().mode(SaveMode.Overwrite).saveAsTable("main.api.t");
        DeltaTable.forName(lake.session(), "main.api.t").delete();

        assertThat(lake.session().read().table("main.api.t").count()).isZero();
    }

    @Test
    void deltaBuildsTablesOfNamesOfThreeParts() {
        lake.sql("CREATE SCHEMA main.built");

        DeltaTable.createIfNotExists(lake.session())
                .tableName("main.built.t")
                .addColumn("id", "INT")
                .execute();

        assertThat(rows(lake, "SELECT count(*) FROM main.built.t")).containsExactly("[0]");
    }

    @Test
    void theHistoryOfATableIsDescribed() {
        lake.sql("CREATE SCHEMA main.past");
        lake.sql("CREATE TABLE main.past.t AS SELECT 1 AS id");
        lake.sql("DELETE FROM main.past.t");

        assertThat(lake.sql("DESCRIBE HISTORY main.past.t").select("operation").collectAsList())
                .hasToString("[[DELETE], [CREATE TABLE AS SELECT]]");
        assertThat(lake.sql("DESCRIBE DETAIL main.past.t").select("format").collectAsList())
                .hasToString("[[delta]]");
    }

    @Test
    void viewsAndFunctionsAreListed() {
        lake.sql("CREATE SCHEMA main.listed");
        lake.sql("CREATE VIEW main.listed.v AS SELECT 1 AS id");
        lake.sql("CREATE FUNCTION main.listed.f() RETURNS INT RETURN 1");

        assertThat(lake.sql("SHOW VIEWS IN main.listed").select("viewName").collectAsList())
                .hasToString("[[v]]");
        assertThat(rows(lake, "SHOW USER FUNCTIONS IN main.listed")).contains("[main.listed.f]");
        assertThat(lake.sql("DESCRIBE FUNCTION main.listed.f").count()).isPositive();
    }

    @Test
    void namesOfTwoPartsAndOneAreOfTheCurrentCatalog() {
        try (Lake own = LAKE.open("use", Map.of())) {
            own.sql("CREATE CATALOG IF NOT EXISTS dev COMMENT 'for developers'");
            own.sql("-- a comment\nUSE CATALOG dev");
            own.sql("CREATE SCHEMA sales");
            own.sql("USE SCHEMA sales");
            own.sql("CREATE TABLE orders AS SELECT 1 AS id");
            own.sql("CREATE VIEW v AS SELECT orders.id FROM orders");
            own.sql("CREATE FUNCTION twice(x INT) RETURNS INT RETURN x * 2");

            assertThat(rows(own, "SELECT current_catalog(), current_schema()")).containsExactly("[dev,sales]");
            assertThat(rows(own, "SELECT twice(o.id), upper('a') FROM sales.orders o, v"))
                    .containsExactly("[2,A]");
            assertThat(rows(own, "SELECT sales.twice(3), dev.sales.twice(4)")).containsExactly("[6,8]");
            assertThat(rows(own, "SHOW TABLES")).containsExactlyInAnyOrder("[sales,orders,false]", "[sales,v,false]");
            assertThat(rows(own, "SELECT count(*) FROM information_schema.tables"))
                    .containsExactly("[2]");

            own.sql("USE spark_catalog.default");

            assertThat(rows(own, "SELECT * FROM dev.sales.v")).containsExactly("[1]");
            assertThat(own.tables()).containsExactly("dev.sales.orders", "dev.sales.v");
        }
    }

    @Test
    void catalogsAndSchemasAreListed() {
        try (Lake own = LAKE.open("list", Map.of())) {
            own.sql("CREATE CATALOG dev");
            own.sql("CREATE SCHEMA dev.sales");
            own.sql("CREATE SCHEMA old");

            assertThat(rows(own, "SHOW CATALOGS"))
                    .containsExactly("[dev]", "[hive_metastore]", "[main]", "[spark_catalog]", "[workspace]");
            assertThat(rows(own, "SHOW SCHEMAS IN dev")).containsExactly("[default]", "[sales]");
            assertThat(rows(own, "SHOW SCHEMAS")).containsExactly("[default]", "[old]");
            assertThat(rows(own, "SHOW SCHEMAS IN hive_metastore")).containsExactly("[default]", "[old]");

            own.sql("DROP CATALOG IF EXISTS none");
            assertThatThrownBy(() -> own.sql("CREATE CATALOG dev"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("The catalog dev exists already. Write CREATE CATALOG IF NOT EXISTS dev.");

            for (String statement : List.of(
                    "DROP CATALOG none",
                    "USE CATALOG none",
                    "USE none.sales",
                    "SHOW SCHEMAS IN none",
                    "SELECT * FROM none.sales.orders",
                    "SELECT none.sales.f(1)",
                    "CREATE TABLE none.sales.orders AS SELECT 1 AS id",
                    "INSERT INTO none.sales.orders VALUES (1)",
                    "CREATE VOLUME none.sales.files")) {
                assertThatThrownBy(() -> own.sql(statement))
                        .as(statement)
                        .isInstanceOf(AnalysisException.class)
                        .hasMessage(
                                "[NO_SUCH_CATALOG_EXCEPTION] Catalog 'none' was not found. Catalogs of this lake: dev,"
                                        + " hive_metastore, main, workspace. Correct the name, or make the catalog: by CREATE"
                                        + " CATALOG, by the setting spark.lakelight.catalogs, or by a seed of a table in it.");
            }

            assertThatThrownBy(() -> own.sql("CREATE CATALOG `a__b`"))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "'a__b' cannot be the name of a lake's catalog. Accepted are letters and digits, with single"
                                    + " underscores or hyphens between them.");
        }
    }

    @Test
    void theHiveMetastoreHoldsTheTablesOfSparksOwnCatalog() {
        try (Lake own = LAKE.open("hive", Map.of())) {
            own.sql("CREATE SCHEMA old");
            own.sql("CREATE TABLE hive_metastore.old.t AS SELECT 1 AS id");
            own.sql("CREATE VIEW hive_metastore.default.v AS SELECT * FROM old.t");

            assertThat(rows(own, "SELECT t.id, v.id FROM old.t t, v")).containsExactly("[1,1]");
            assertThat(own.tables()).containsExactly("old.t", "v");
        }
    }

    @Test
    void aConfigurationNamesTheDefaultCatalog() {
        Map<String, String> settings =
                Map.of("spark.sql.defaultCatalog", "prod", "spark.lakelight.catalogs", "hive_metastore, dev");

        try (Lake own = LAKE.open("default", settings)) {
            own.table("bronze.orders").withSchema("id INT").rows(RowFactory.create(1));
            own.table("dev.bronze.orders").withSchema("id INT NOT NULL").rows(RowFactory.create(2));
            own.table("customers").withSchema("id INT").rows(RowFactory.create(3));
            own.sql("INSERT INTO bronze.orders VALUES (4)");

            assertThat(rows(own, "SELECT * FROM prod.bronze.orders ORDER BY id"))
                    .containsExactly("[1]", "[4]");
            assertThat(rows(own, "SELECT * FROM dev.bronze.orders")).containsExactly("[2]");
            assertThat(rows(own, "SELECT * FROM customers")).containsExactly("[3]");
            assertThat(own.tables()).containsExactly("bronze.orders", "customers", "dev.bronze.orders");
            assertThat(own.table("bronze.orders").commits())
                    .extracting(DeltaCommit::operation)
                    .containsExactly("WRITE");
            assertThat(own.table("prod.bronze.orders").dataset().count()).isEqualTo(2);
            assertThatThrownBy(() -> own.table("bronze.order").dataset())
                    .hasMessage(
                            "There is no table bronze.order in the lake. Tables: bronze.orders, customers, dev.bronze.orders."
                                    + " Perhaps you mean bronze.orders.");
        }
    }

    @Test
    void seedsMakeTheCatalogsThatTheyNeed() {
        try (Lake own = LAKE.open("seeds", Map.of())) {
            own.table("acme.bronze.orders").withSchema("id INT").rows(RowFactory.create(1));

            assertThat(rows(own, "SELECT * FROM acme.bronze.orders")).containsExactly("[1]");
        }
    }

    /** On Databricks the first of two parts is always a schema. */
    @Test
    void aSchemaMayHaveTheNameOfACatalog() {
        try (Lake own = LAKE.open("same", Map.of())) {
            own.table("workspace.orders").withSchema("id INT").rows(RowFactory.create(1));

            assertThat(rows(own, "SELECT * FROM workspace.orders")).containsExactly("[1]");
        }
    }

    @Test
    void errorsNameTablesAsTheyAreWritten() {
        assertThatThrownBy(() -> lake.sql("SELECT * FROM main.nothing.here"))
                .hasMessageContaining("`main`.`nothing`.`here`")
                .hasMessageNotContaining("main__");
        assertThatThrownBy(() -> lake.sql("SELECT main.default.missing(1)")).hasMessageContaining("missing");
    }

    @Test
    void lakesInParallelHaveTheirOwnCatalogs() throws Exception {
        CyclicBarrier bothFilled = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        try {
            Future<List<String>> left = threads.submit(() -> contentOf("left", bothFilled));
            Future<List<String>> right = threads.submit(() -> contentOf("right", bothFilled));

            assertThat(left.get(5, TimeUnit.MINUTES)).containsExactly("[left,left!]");
            assertThat(right.get(5, TimeUnit.MINUTES)).containsExactly("[right,right!]");
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> contentOf(String name, CyclicBarrier bothFilled) throws Exception {
        try (Lake own = LAKE.open(name, Map.of())) {
            own.sql("CREATE CATALOG shared");
            own.sql("CREATE SCHEMA shared.sales");
            own.sql("CREATE TABLE shared.sales.t AS SELECT '%s' AS name".formatted(name));
            own.sql("CREATE FUNCTION shared.sales.shout(x STRING) RETURNS STRING RETURN x || '!'");
            bothFilled.await(5, TimeUnit.MINUTES);
            return rows(own, "SELECT name, shared.sales.shout(name) FROM shared.sales.t");
        }
    }

    private static List<String> rows(Lake lake, String query) {
        return lake.sql(query).collectAsList().stream().map(Row::toString).toList();
    }

    /** Spark makes a catalog when it is first asked for, in whatever thread. */
    @Test
    void catalogsAreTheirLakesWhateverSessionIsActive() {
        try (Lake own = LAKE.open("own", Map.of())) {
            SparkSession.setActiveSession(lake.session());
            own.session().catalog().setCurrentCatalog("main");
            SparkSession.setActiveSession(own.session());

            own.sql("CREATE TABLE main.default.kept AS SELECT 1 AS id");

            assertThat(own.session().catalog().tableExists("main.default.kept")).isTrue();
            assertThat(own.tables()).contains("main.default.kept");
            assertThat(lake.session().catalog().tableExists("main.default.kept"))
                    .isFalse();
        }
    }

    @Test
    void dropsACatalogWithAllThatIsInIt() {
        try (Lake own = LAKE.open("drop", Map.of())) {
            own.sql("CREATE SCHEMA main.sales");
            own.sql("CREATE TABLE main.sales.t AS SELECT 1 AS id");
            own.sql("CREATE VIEW main.sales.v AS SELECT * FROM main.sales.t");

            assertThatThrownBy(() -> own.sql("DROP CATALOG main"))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "The catalog main has other schemas than default: sales. Write DROP CATALOG main CASCADE.");
            assertThat(rows(own, "SELECT * FROM main.sales.v")).containsExactly("[1]");

            own.sql("DROP CATALOG Main CASCADE");

            assertThat(own.tables()).isEmpty();
            assertThat(rows(own, "SHOW CATALOGS"))
                    .containsExactly("[hive_metastore]", "[spark_catalog]", "[workspace]");
            assertThatThrownBy(() -> own.sql("USE CATALOG main"))
                    .hasMessageStartingWith("[NO_SUCH_CATALOG_EXCEPTION] Catalog 'main' was not found.");

            own.sql("CREATE CATALOG main");

            assertThat(rows(own, "SHOW SCHEMAS IN main")).containsExactly("[default]");
            assertThatThrownBy(() -> own.sql("DROP CATALOG hive_metastore CASCADE"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("The catalog hive_metastore cannot be dropped: every lake has it. Drop its schemas.");
        }
    }

    @Test
    void schemasMayBeCalledAsACatalogIs() {
        try (Lake own = LAKE.open("like", Map.of())) {
            own.sql("CREATE SCHEMA main COMMENT 'of spark_catalog'");
            own.sql("CREATE TABLE main.t AS SELECT 1 AS id");

            assertThat(rows(own, "SHOW TABLES IN main")).containsExactly("[main,t,false]");
            assertThat(rows(own, "SELECT * FROM spark_catalog.main.t")).containsExactly("[1]");
            assertThat(rows(own, "SHOW SCHEMAS IN main")).containsExactly("[default]");
            assertThat(rows(own, "DESCRIBE SCHEMA main")).contains("[Comment,of spark_catalog]");

            own.sql("USE main");

            assertThat(rows(own, "SELECT current_catalog(), current_schema()")).containsExactly("[spark_catalog,main]");

            own.sql("USE default");
            own.sql("DROP SCHEMA main CASCADE");
            own.sql("USE main");

            assertThat(rows(own, "SELECT current_catalog(), current_schema()")).containsExactly("[main,default]");
        }
    }

    @Test
    void functionsCallOthers() {
        try (Lake own = LAKE.open("functions", Map.of())) {
            own.sql("CREATE SCHEMA main.f");
            own.sql("CREATE FUNCTION main.f.next(x INT) RETURNS INT RETURN x + 1");
            own.sql("CREATE FUNCTION main.f.after(x INT) RETURNS INT RETURN main.f.next(main.f.next(x))");
            own.sql("CREATE FUNCTION main.f.rows(x INT) RETURNS TABLE (y INT) RETURN SELECT main.f.after(x) AS y");
            own.sql("USE main.f");
            own.sql("CREATE FUNCTION scaled(x INT) RETURNS INT RETURN next(x) * f.after(x) + abs(-1)");

            assertThat(rows(own, "SELECT main.f.after(1), scaled(1), y FROM rows(5)"))
                    .containsExactly("[3,7,7]");

            own.sql("USE spark_catalog.default");

            assertThat(rows(own, "SELECT main.f.scaled(1), y FROM main.f.rows(5)"))
                    .containsExactly("[7,7]");
            assertThat(own.sql("SELECT main.f.next(1), main.f.next(y) + 1, y AS main__f, `main.f.next(2)`"
                                    + " FROM main.f.rows(5), (SELECT main.f.next(2))")
                            .columns())
                    .containsExactly("main.f.next(1)", "(main.f.next(y) + 1)", "main__f", "main.f.next(2)");
            assertThat(own.sql("SELECT main.f.next(id), max(main.f.next(id)) FROM range(2) GROUP BY main.f.next(id)")
                            .columns())
                    .containsExactly("main.f.next(id)", "max(main.f.next(id))");
            assertThatThrownBy(() -> own.sql("CREATE VIEW main.f.v AS SELECT main.f.next(1)"))
                    .hasMessageContaining("CREATE_PERMANENT_VIEW_WITHOUT_ALIAS")
                    .hasMessageContaining("main.f.next(1)");
            assertThatThrownBy(() -> own.sql("CREATE FUNCTION main.f.g(x INT) RETURNS INT RETURN main.f.none(x)"))
                    .hasMessageStartingWith("[ROUTINE_NOT_FOUND] The routine `main`.`f`.`none` cannot be found.");
        }
    }

    @Test
    void namesACatalogWithHyphens() {
        lake.sql("CREATE CATALOG `my-shop`");
        lake.sql("CREATE SCHEMA `my-shop`.sales");
        lake.sql("CREATE TABLE `my-shop`.sales.t AS SELECT 1 AS id");

        assertThat(rows(lake, "SELECT * FROM `my-shop`.sales.t")).containsExactly("[1]");
        assertThat(rows(lake, "SHOW CATALOGS")).contains("[my-shop]");
        assertThat(rows(lake, "SHOW SCHEMAS IN `my-shop`")).containsExactly("[default]", "[sales]");
        assertThat(rows(lake, "SELECT table_catalog FROM `my-shop`.information_schema.tables"))
                .containsExactly("[my-shop]");
        assertThat(rows(lake, "DESCRIBE DETAIL `my-shop`.sales.t").get(0)).contains(",my-shop.sales.t,");
        lake.sql("DROP CATALOG `my-shop` CASCADE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOW VIEWS IN main.hidden",
                "SHOW TABLES IN main.hidden",
                "DESCRIBE DETAIL main.hidden.t",
                "DESCRIBE EXTENDED main.hidden.v",
                "DESCRIBE FUNCTION main.hidden.f",
                "SHOW CREATE TABLE main.hidden.v",
                "SHOW USER FUNCTIONS IN main.hidden",
                "EXPLAIN EXTENDED SELECT * FROM main.hidden.v"
            })
    void showsNoInnerNames(String statement) {
        lake.sql("CREATE SCHEMA IF NOT EXISTS main.hidden");
        lake.sql("CREATE TABLE IF NOT EXISTS main.hidden.t (id INT)");
        lake.sql("CREATE VIEW IF NOT EXISTS main.hidden.v AS SELECT * FROM main.hidden.t");
        lake.sql("CREATE FUNCTION IF NOT EXISTS main.hidden.f(x INT) RETURNS INT RETURN x");

        String shown = String.join("\n", rows(lake, statement));

        assertThat(shown).contains("hidden").doesNotContainPattern("(?<!/)main__hidden");
    }
}
