package dev.lakelight.frozen;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.runtime.PySpark;
import dev.lakelight.runtime.TestLake;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever asks for the time gets the same one. */
class FrozenLanguagesTest {

    private static final String TIME = "[2026-01-01 00:30:00.123456]";

    @RegisterExtension
    static final TestLake LAKE = new TestLake()
            .withSettings(Map.of(
                    "spark.lakelight.time", "2025-12-31T23:30:00.123456Z",
                    "spark.lakelight.seed", "42",
                    "spark.sql.session.timeZone", "Europe/Berlin"));

    @Test
    void everyCellOfANotebook() {
        LAKE.notebook("clock.sql", """
                CREATE TABLE of_sql AS SELECT current_timestamp() AS at

                -- COMMAND ----------

                -- MAGIC %java
                -- MAGIC import static org.apache.spark.sql.functions.*;
                -- MAGIC spark.range(1).select(current_timestamp().as("at")).write().saveAsTable("of_java");

                -- COMMAND ----------

                -- MAGIC %scala
                -- MAGIC import org.apache.spark.sql.functions._
                -- MAGIC spark.range(1).select(current_timestamp().as("at")).write.saveAsTable("of_scala")
                """);

        assertThat(LAKE.run("clock.sql")).succeeded();

        for (String language : new String[] {"sql", "java", "scala"}) {
            assertThat(LAKE.rows("SELECT string(at) FROM of_" + language))
                    .as(language)
                    .containsExactly(TIME);
        }
    }

    @Test
    void python() {
        PySpark.assumePresent(LAKE.session());
        LAKE.notebook("clock.py", """
                from pyspark.sql import functions as F
                spark.range(1).select(F.current_timestamp().alias("at")).write.saveAsTable("of_python")
                """);

        assertThat(LAKE.run("clock.py")).succeeded();

        assertThat(LAKE.rows("SELECT string(at) FROM of_python")).containsExactly(TIME);
    }

    @Test
    void scriptsWithTheirVariables() {
        LAKE.sql("CREATE TABLE of_script (at TIMESTAMP)");
        LAKE.sql("""
                BEGIN
                  DECLARE began TIMESTAMP DEFAULT current_timestamp();
                  INSERT INTO of_script VALUES (began), (now());
                END""");

        assertThat(LAKE.rows("SELECT string(at) FROM of_script")).containsExactly(TIME, TIME);
    }

    @Test
    void viewsAndFunctions() {
        LAKE.sql("CREATE VIEW clock AS SELECT current_timestamp() AS at");
        LAKE.sql("CREATE FUNCTION clock() RETURNS TIMESTAMP RETURN current_timestamp()");

        assertThat(LAKE.rows("SELECT string(at) FROM clock")).containsExactly(TIME);
        assertThat(LAKE.rows("SELECT string(clock())")).containsExactly(TIME);
    }

    @Test
    void generatedColumns() {
        LAKE.sql("CREATE TABLE of_days (at TIMESTAMP, day DATE GENERATED ALWAYS AS (CAST(at AS DATE))) USING delta");
        LAKE.sql("INSERT INTO of_days (at) VALUES (current_timestamp())");

        assertThat(LAKE.rows("SELECT string(at), day FROM of_days"))
                .containsExactly("[2026-01-01 00:30:00.123456,2026-01-01]");
    }

    @Test
    void streams() throws Exception {
        LAKE.table("source").withSchema("id INT").rows(RowFactory.create(1));
        LAKE.session()
                .readStream()
                .table("source")
                .select(functions.current_timestamp().as("at"), functions.uuid().as("uuid"))
                .writeStream()
                .trigger(Trigger.AvailableNow())
                .option(
                        "checkpointLocation",
                        LAKE.base().resolve("checkpoint").toUri().toString())
                .toTable("of_stream")
                .awaitTermination();

        assertThat(LAKE.rows("SELECT string(at) FROM of_stream")).containsExactly(TIME);
    }

    @Test
    void everyFunctionOfTimeAndChance() {
        assertThat(
                        LAKE.rows(
                                "SELECT string(CURRENT_TIMESTAMP), string(CURRENT_DATE), string(curdate()), string(localtimestamp()),"
                                        + " unix_timestamp(), date_trunc('hour', now()) = '2026-01-01 00:00:00', string(current_time(0))"))
                .containsExactly("[2026-01-01 00:30:00.123456,2026-01-01,2026-01-01,2026-01-01 00:30:00.123456,"
                        + "1767223800,true,00:30:00]");
        String chance =
                "SELECT rand(), randn(), random(), uuid(), shuffle(array(1, 2, 3, 4, 5, 6, 7, 8)), uniform(1, 1000),"
                        + " randstr(9)";

        try (var one = LAKE.open("one", Map.of());
                var other = LAKE.open("other", Map.of())) {
            assertThat(one.sql(chance).collectAsList())
                    .isEqualTo(other.sql(chance).collectAsList())
                    .isNotEqualTo(one.sql(chance).collectAsList());
        }
    }
}
