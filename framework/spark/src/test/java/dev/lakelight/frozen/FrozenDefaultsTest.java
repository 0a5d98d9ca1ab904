package dev.lakelight.frozen;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.runtime.TestLake;
import java.util.Map;
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

    @Test
    void areFrozenWhicheverStatementLeavesThemOut() throws Exception {
        LAKE.lake().createSchema("main.sales");
        LAKE.sql("""
                CREATE TABLE main.sales.orders (id INT, at TIMESTAMP DEFAULT current_timestamp(), day DATE DEFAULT current_date,
                  minute STRING DEFAULT date_format(now(), 'HH:mm'), number INT DEFAULT 7) USING delta
                TBLPROPERTIES ('delta.feature.allowColumnDefaults' = 'supported')""");

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
}
