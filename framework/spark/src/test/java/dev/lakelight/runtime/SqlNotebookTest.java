package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TableSample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlNotebookTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    private static String message(NotebookRun run) {
        return run.failure().orElseThrow().getMessage();
    }

    private static TableSample output(NotebookRun run) {
        List<CellRun> cells = run.record().cells();
        return cells.get(cells.size() - 1).output();
    }

    @Test
    void runsCellAfterCellAndRecordsEach() {
        lake.notebook("pipelines/a.sql", """
                -- MAGIC %md
                -- MAGIC # Numbers

                -- COMMAND ----------

                -- DBTITLE 1,Load
                CREATE SCHEMA bronze;
                CREATE TABLE bronze.numbers AS SELECT id, concat('; ', id) AS text FROM range(25);

                -- COMMAND ----------

                SELECT 1;
                SELECT * FROM bronze.numbers ORDER BY id; -- the last
                """);

        NotebookRun run = lake.run("pipelines/a.sql");

        assertThat(run.failure()).isEmpty();
        assertThat(run.succeeded()).isTrue();
        assertThat(run.exitValue()).isEmpty();
        assertThat(lake.rows("SELECT count(*) FROM bronze.numbers")).containsExactly("[25]");
        ModuleRun record = run.record();
        assertThat(record.cells()).extracting(CellRun::language).containsExactly("md", "sql", "sql");
        assertThat(record.cells()).extracting(CellRun::status).containsOnly(Status.SUCCEEDED);
        assertThat(record.cells().get(1).title()).isEqualTo("Load");
        assertThat(record.cells())
                .extracting(CellRun::source)
                .containsExactly(
                        new SourceLocation("pipelines/a.sql", 3),
                        new SourceLocation("pipelines/a.sql", 8),
                        new SourceLocation("pipelines/a.sql", 13));
        TableSample sample = record.cells().get(2).output();
        assertThat(sample.columns()).containsExactly("id", "text");
        assertThat(sample.types()).containsExactly("bigint", "string");
        assertThat(sample.rows()).hasSize(20).first().isEqualTo(List.of("0", "; 0"));
        assertThat(sample.truncated()).isTrue();
    }

    @Test
    void handsWidgetsToSqlInEveryWay() {
        lake.notebook("a.sql", """
                CREATE WIDGET TEXT day DEFAULT '2011-12-09';
                CREATE WIDGET DROPDOWN name DEFAULT 'orders' CHOICES SELECT explode(array('orders', 'items'));
                CREATE SCHEMA silver;
                CREATE TABLE silver.orders AS SELECT :day::date AS day, "${day}" AS text, getArgument('name') AS name;
                CREATE TABLE IDENTIFIER('silver.' || :name || '_copy') AS SELECT * FROM silver.${name};
                SELECT *, '\\${day}' AS escaped, '${spark.sql.shuffle.partitions}' AS setting
                FROM IDENTIFIER('silver.orders_copy') WHERE text = :day
                """);

        NotebookRun run = lake.run("a");

        assertThat(run.failure()).isEmpty();
        assertThat(output(run).rows()).containsExactly(List.of("2011-12-09", "2011-12-09", "orders", "${day}", "2"));
    }

    @Test
    void letsParametersWinOverDefaults() {
        lake.notebook(
                "a.sql",
                "SELECT :day, :other;\nCREATE WIDGET TEXT day DEFAULT 'default';\n"
                        + "REMOVE WIDGET other;\nSELECT :day AS day, :other AS other");

        NotebookRun run = lake.notebooks().run("a.sql", Map.of("day", "${lake.files}/it's", "other", "x", "typo", "y"));

        assertThat(run.failure()).isEmpty();
        assertThat(output(run).rows().get(0))
                .containsExactly(run.record().parameters().get("day"), "x");
        assertThat(run.record().parameters().get("day")).endsWith("/files/it's");
        assertThat(run.unreadParameters()).containsExactly("typo");
    }

    @Test
    void leavesThePlanOfAStatementOutOfItsError() {
        lake.notebook("a.sql", "CREATE SCHEMA gold;\nCREATE TABLE gold.orders AS\nSELECT 1 AS id FROM gold.nothing");

        assertThat(message(lake.run("a")))
                .startsWith("a.sql:4 (cell 1) failed: [TABLE_OR_VIEW_NOT_FOUND] The table or view `gold`.`nothing`")
                .endsWith("SQLSTATE: 42P01; line 2 pos 20");
    }

    @Test
    void namesAnUnknownWidget() {
        lake.notebook("pipelines/a.sql", """
                CREATE WIDGET TEXT run_date DEFAULT '2011-12-09';
                CREATE WIDGET TEXT env DEFAULT 'dev'

                -- COMMAND ----------

                SELECT 1;
                SELECT :env,
                  :run_dat
                """);

        NotebookRun run = lake.run("pipelines/a.sql");

        assertThat(message(run))
                .isEqualTo(
                        "There is no widget 'run_dat' for :run_dat in pipelines/a.sql:9 (cell 2)."
                                + " Widgets: run_date, env. Perhaps you mean 'run_date'."
                                + " Create it with CREATE WIDGET TEXT run_dat DEFAULT '...', or pass it as a parameter of the run.");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("pipelines/a.sql", 9));
        assertThat(run.record().cells()).extracting(CellRun::status).containsExactly(Status.SUCCEEDED, Status.FAILED);
    }

    @Test
    void namesAnUnknownLegacyReference() {
        lake.notebook("a.sql", "\nSELECT '${day}'");

        assertThat(message(lake.run("a.sql")))
                .isEqualTo(
                        "There is no widget 'day' for ${day} in a.sql:3 (cell 1). The notebook has no widgets."
                                + " Create it with CREATE WIDGET TEXT day DEFAULT '...', or pass it as a parameter of the run.");
    }

    @Test
    void saysWhereAStringWasOpened() {
        lake.notebook("pipelines/a.sql", "SELECT 1\n\n-- COMMAND ----------\n\n-- x\nSELECT 2;\n  SELECT 'abc;\n");

        NotebookRun run = lake.run("pipelines/a.sql");

        assertThat(message(run))
                .isEqualTo("A string is opened with ' and never closed at pipelines/a.sql:8:10 (cell 2)."
                        + " Add the closing ', or look for one that is missing before it.");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("pipelines/a.sql", 8));
    }

    @Test
    void saysWhichLineOfWhichStatementFailed() {
        lake.notebook("a.sql", "SELECT 1;\nSELECT\n  1,\n  missing_column\nFROM range(1)");

        NotebookRun run = lake.run("a.sql");

        assertThat(message(run))
                .startsWith(
                        "a.sql:5 (cell 1) failed: [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function"
                                + " parameter with name `missing_column` cannot be resolved.");
        assertThat(run.record().problem().type()).isEqualTo("org.apache.spark.sql.catalyst.ExtendedAnalysisException");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("a.sql", 5));
        assertThat(run.record().cells().get(0).problem()).isEqualTo(run.record().problem());
    }

    @Test
    void saysWhereSparkCannotRead() {
        lake.notebook("a.sql", "SELECT 1;\n\nSELECT 1 AS a\nFROM WHERE x");

        assertThat(lake.run("a.sql").record().problem().location()).isEqualTo(new SourceLocation("a.sql", 5));
    }

    @Test
    void runsQueriesBeforeTheLastOneToo() {
        lake.notebook("a.sql", "SELECT assert_true(id < 50) FROM range(100);\nSELECT 1");

        assertThat(message(lake.run("a.sql"))).startsWith("a.sql:2 (cell 1) failed: [USER_RAISED_EXCEPTION]");
    }

    @Test
    void runsScripts() {
        lake.notebook("a.sql", """
                CREATE WIDGET TEXT top DEFAULT '3';
                BEGIN
                  DECLARE total INT DEFAULT 0;
                  WHILE total < 5 DO
                    SET total = total + 1;
                  END WHILE;
                  SELECT total AS total;
                END;
                """);

        assertThat(output(lake.run("a.sql")).rows()).containsExactly(List.of("5"));
    }

    @Test
    void goesThroughACursorAndGoesOnBehindErrors() {
        lake.notebook("a.sql", """
                BEGIN
                  DECLARE value, total INT DEFAULT 0;
                  DECLARE done BOOLEAN DEFAULT false;
                  DECLARE numbers CURSOR FOR SELECT id FROM range(4);
                  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = true;
                  OPEN numbers;
                  REPEAT
                    FETCH numbers INTO value;
                    IF NOT done THEN SET total = total + value; END IF;
                  UNTIL done END REPEAT;
                  CLOSE numbers;
                  BEGIN
                    DECLARE CONTINUE HANDLER FOR DIVIDE_BY_ZERO SET total = total + 100;
                    SELECT 1 / 0;
                    SELECT total AS total;
                  END;
                END
                """);

        NotebookRun run = lake.run("a.sql");

        assertThat(run.failure()).isEmpty();
        assertThat(output(run).rows()).containsExactly(List.of("106"));
    }

    @Test
    void saysWhichLineOfAScriptCannotBe() {
        lake.notebook("a.sql", "SELECT 1;\nBEGIN\n  SELECT 1;\n  LEAVE nowhere;\nEND");

        NotebookRun run = lake.run("a.sql");

        assertThat(message(run)).startsWith("a.sql:5 (cell 1) failed: {LINE:3} ");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("a.sql", 5));
    }

    @Test
    void refusesADefaultThatIsNoChoice() {
        lake.notebook("a.sql", "CREATE WIDGET DROPDOWN env DEFAULT 'x' CHOICES SELECT * FROM VALUES ('dev'), ('prod')");

        assertThat(message(lake.run("a.sql")))
                .isEqualTo(
                        "a.sql:2 (cell 1) failed: The default 'x' of the widget 'env' is none of its choices: dev, prod."
                                + " Add it to them.");
    }

    @Test
    void refusesOtherLanguages() {
        lake.notebook("a.sql", "SELECT 1\n\n-- COMMAND ----------\n\n-- MAGIC %r\n-- MAGIC print(1)");

        NotebookRun run = lake.run("a.sql");

        assertThat(message(run))
                .isEqualTo(
                        "Cannot run %r in a.sql:7 (cell 2): Lakelight has no R. Rewrite the cell in SQL, or leave the notebook"
                                + " out of the tests.");
        assertThat(run.record().cells()).extracting(CellRun::status).containsExactly(Status.SUCCEEDED, Status.FAILED);
    }

    @Test
    void showsValuesOfEveryType() {
        lake.notebook("a.sql", """
                SET spark.sql.session.timeZone = America/New_York;
                SELECT CAST(NULL AS INT), 1.50BD, 1e0, X'0AFF', TIMESTAMP'2011-12-09 10:00:00.5', DATE'2011-12-09',
                  array(1, NULL), map('a', 1), named_struct('a', 1, 'b', array('x')), TIMESTAMP_NTZ'2011-12-09 10:00:00',
                  INTERVAL '1' DAY, true
                """);

        NotebookRun run = lake.run("a.sql");

        assertThat(run.failure()).isEmpty();
        assertThat(output(run).rows().get(0))
                .containsExactly(
                        null,
                        "1.50",
                        "1.0",
                        "[0A FF]",
                        "2011-12-09 10:00:00.5",
                        "2011-12-09",
                        "[1, NULL]",
                        "{a -> 1}",
                        "{1, [x]}",
                        "2011-12-09 10:00:00",
                        "INTERVAL '1' DAY",
                        "true");
    }

    @Test
    void keepsTemporaryViewsAndSettingsOfARunToItself() {
        lake.notebook("a.sql", "CREATE TEMP VIEW mine AS SELECT 1 AS one;\nSET spark.sql.shuffle.partitions = 7");

        NotebookRun run = lake.run("a.sql");

        assertThat(run.failure()).isEmpty();
        assertThat(run.session().table("mine").count()).isEqualTo(1);
        assertThat(lake.session().catalog().tableExists("mine")).isFalse();
        assertThat(lake.session().conf().get("spark.sql.shuffle.partitions")).isEqualTo("2");
    }
}
