package dev.lakelight.frozen;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.runtime.TestLake;
import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Columns with a default that asks for the time, in Berlin at the turn of the year. */
class FrozenDefaultsTest {

    private static final String FROZEN =
            "string(at) = '2026-01-01 00:30:00.123456' AND string(day) = '2026-01-01' AND minute = '00:30' AND number = 7";

    @RegisterExtension
    static final TestLake LAKE = new TestLake()
            .withSettings(Map.of(
                    "spark.lakelight.time", "2025-12-31T23:30:00.123456Z",
                    "spark.sql.session.timeZone", "Europe/Berlin"));

    private static final String PATH = "/mnt/orders";

    private static void create(String table) {
        LAKE.sql("""
                CREATE TABLE %s (id INT, at TIMESTAMP DEFAULT current_timestamp(), day DATE DEFAULT current_date,
                  minute STRING DEFAULT date_format(now(), 'HH:mm'), number INT DEFAULT 7) USING delta
                TBLPROPERTIES ('delta.feature.allowColumnDefaults' = 'supported')""".formatted(table));
    }

    @Test
    void areFrozenWhicheverStatementLeavesThemOut() throws Exception {
        LAKE.lake().createSchema("main.sales");
        create("main.sales.orders");

        LAKE.sql("INSERT INTO main.sales.orders (id) VALUES (1)");
        LAKE.sql(
                "INSERT INTO main.sales.orders VALUES (2, DEFAULT, DEFAULT, DEFAULT, DEFAULT), (3, NULL, NULL, '00:30', 7)");
        LAKE.sql("UPDATE main.sales.orders SET at = DEFAULT, day = DEFAULT WHERE id = 3");
        LAKE.sql("MERGE INTO main.sales.orders t USING (SELECT 4 AS id) s ON t.id = s.id"
                + " WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)");
        LAKE.sql("SELECT 5 AS id").writeTo("main.sales.orders").append();
        LAKE.sql("SELECT 6 AS id").write().mode("append").saveAsTable("main.sales.orders");

        assertThat(LAKE.table("main.sales.orders")).hasRowCount(6).hasOnlyRowsWhere(FROZEN);

        LAKE.sql("INSERT OVERWRITE main.sales.orders (id) SELECT 7");

        assertThat(LAKE.table("main.sales.orders")).hasRowCount(1).hasOnlyRowsWhere(FROZEN);
        assertThat(LAKE.rows("DESCRIBE EXTENDED main.sales.orders"))
                .as("the table keeps what it was declared with")
                .contains("[at,timestamp,current_timestamp()]", "[day,date,current_date]");
    }

    @Test
    void areFrozenInMergesOfDeltasOwnApi() {
        create("merged");
        LAKE.sql("INSERT INTO merged (id) VALUES (1)");

        for (DeltaTable table : List.of(
                DeltaTable.forName(LAKE.session(), "merged"), DeltaTable.forPath(LAKE.session(), folder("merged")))) {
            table.as("t")
                    .merge(LAKE.sql("SELECT max(id) + 1 AS id FROM merged").as("s"), "t.id = s.id")
                    .whenNotMatched()
                    .insertExpr(Map.of("id", "s.id"))
                    .execute();
        }

        assertThat(LAKE.table("merged")).hasRowCount(3).hasOnlyRowsWhere(FROZEN);
        assertThat(LAKE.rows("DESCRIBE EXTENDED merged")).contains("[at,timestamp,current_timestamp()]");
    }

    private static String folder(String table) {
        return LAKE.sql("DESCRIBE DETAIL " + table).first().getAs("location");
    }

    @Test
    void areFrozenInWritesToAPath() {
        create("delta.`%s`".formatted(PATH));

        LAKE.sql("SELECT 1 AS id").write().format("delta").mode("append").save(PATH);
        LAKE.sql("SELECT 2 AS id, DATE'2026-01-01' AS day")
                .write()
                .format("delta")
                .mode("append")
                .save(PATH);
        assertThat(path()).hasRowCount(2).hasOnlyRowsWhere(FROZEN);

        LAKE.sql("SELECT 3 AS id").write().format("delta").mode("overwrite").save(PATH);
        assertThat(path()).hasRowCount(1).hasOnlyRowsWhere(FROZEN);

        LAKE.sql("SELECT 4 AS id")
                .write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", true)
                .save(PATH);
        assertThat(path()).hasSameRowsAs(RowFactory.create(4));

        LAKE.sql("SELECT 5 AS id").write().format("delta").save("/mnt/new");
        assertThat(LAKE.rows("SELECT * FROM delta.`/mnt/new`")).containsExactly("[5]");
    }

    private static Dataset<Row> path() {
        return LAKE.session().read().format("delta").load(PATH);
    }

    @Test
    void areFrozenInStreams() throws Exception {
        create("of_stream");
        LAKE.table("source").withSchema("id INT").rows(RowFactory.create(1), RowFactory.create(2));

        LAKE.session()
                .readStream()
                .table("source")
                .writeStream()
                .trigger(Trigger.AvailableNow())
                .option("checkpointLocation", "/mnt/checkpoint")
                .toTable("of_stream")
                .awaitTermination();

        assertThat(LAKE.table("of_stream")).hasRowCount(2).hasOnlyRowsWhere(FROZEN);
    }

    @Test
    void areFrozenInFilesThatAreCopied() throws Exception {
        create("copied");
        Files.createDirectories(LAKE.lake().path("/mnt/landing"));
        Files.writeString(LAKE.lake().path("/mnt/landing/a.json"), "{\"id\": 1}");

        LAKE.sql("COPY INTO copied FROM '/mnt/landing' FILEFORMAT = JSON");

        assertThat(LAKE.table("copied")).hasRowCount(1).hasOnlyRowsWhere(FROZEN);
    }

    @Test
    void stayWhatTheyAreInATableMadeOfAnother() {
        create("original");
        LAKE.sql("INSERT INTO original (id) VALUES (1)");
        Dataset<Row> rows = LAKE.session().table("original");
        Dataset<Row> chosen = rows.where("id = 1").select("id", "at", "day", "minute", "number");
        Dataset<Row> made = LAKE.session().createDataFrame(rows.collectAsList(), rows.schema());

        newTable(rows).saveAsTable("of_dataset");
        newTable(chosen).saveAsTable("of_chosen");
        newTable(made).saveAsTable("of_made");
        newTable(rows).save("/mnt/of_dataset");
        newTable(chosen).save("/mnt/of_chosen");
        newTable(made).save("/mnt/of_made");
        newTable(chosen).mode("overwrite").option("overwriteSchema", true).save("/mnt/of_made");

        for (String table : List.of(
                "of_dataset",
                "of_chosen",
                "of_made",
                "delta.`/mnt/of_dataset`",
                "delta.`/mnt/of_chosen`",
                "delta.`/mnt/of_made`")) {
            assertThat(LAKE.sql("SELECT * FROM " + table)).hasRowCount(1).hasOnlyRowsWhere(FROZEN);
            assertThat(LAKE.rows("DESCRIBE EXTENDED " + table))
                    .as(table)
                    .contains("[at,timestamp,current_timestamp()]", "[day,date,current_date]");
        }
    }

    private static DataFrameWriter<Row> newTable(Dataset<Row> rows) {
        return rows.write().format("delta").option("delta.feature.allowColumnDefaults", "supported");
    }
}
