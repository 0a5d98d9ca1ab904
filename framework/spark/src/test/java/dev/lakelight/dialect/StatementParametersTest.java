package dev.lakelight.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the value of a parameter holds, it stays one value of the statement. */
class StatementParametersTest {

    private static DialectLake lake;
    private static SparkSession session;

    @BeforeAll
    static void open(@TempDir Path base) {
        lake = new DialectLake(base);
        session = lake.lake().session();

        for (String table : List.of("b.t", "b.victim", "b.changed")) {
            lake.lake().table(table).withSchema("id INT").rows(RowFactory.create(1));
        }
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b.t LIMIT 0",
                "b.t; DROP TABLE b.victim",
                "b.t /*",
                "b.t') LIMIT 0 --",
                "b.t\\') --",
                "b.`t` LIMIT 0",
                "b.:other",
                "?",
                ""
            })
    void aNameIsNothingButAName(String value) {
        assertThatThrownBy(() -> session.sql("DESCRIBE HISTORY IDENTIFIER(:t)", Map.of("t", value, "other", "t")))
                .hasMessageStartingWith("IDENTIFIER('%s') is not a name.".formatted(value));
        assertThatThrownBy(() -> session.sql("RESTORE TABLE IDENTIFIER(?) TO VERSION AS OF 0", new Object[] {value}))
                .hasMessageStartingWith("IDENTIFIER('%s') is not a name.".formatted(value));
        assertThat(lake.lake().table("b.victim").fewRows().orElseThrow().rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "' FILEFORMAT = CSV --",
                "\\' FILEFORMAT = CSV --",
                "\\",
                "a;b",
                "-- a",
                "/* a */",
                ":t",
                "?",
                "%_\\%",
                "line\nfeed",
                "quote\"`"
            })
    void aTextIsNothingButAText(String value) {
        assertThatThrownBy(() -> session.sql(
                        "COPY INTO b.t FROM :folder FILEFORMAT = CSV FORMAT_OPTIONS ('x' = :t)",
                        Map.of("folder", "/nothing/here", "t", value)))
                .hasMessageStartingWith("COPY INTO b.t finds nothing at /nothing/here.");

        String tags = session.sql("EXECUTE IMMEDIATE 'SELECT :t' USING :t AS t", Map.of("t", value))
                .head()
                .getString(0);
        assertThat(tags).isEqualTo(value);
    }

    @Test
    void numbersAndNullsStayWhatTheyAre() {
        List<Row> all =
                session.sql("DESCRIBE HISTORY b.t LIMIT :n", Map.of("n", 1)).collectAsList();
        session.sql("INSERT INTO b.changed VALUES (2)");
        session.sql("RESTORE TABLE IDENTIFIER(?) TO VERSION AS OF ?", new Object[] {"b.changed", 0L});

        assertThat(all).hasSize(1);
        assertThat(session.table("b.changed").count()).isEqualTo(1);
        assertThatThrownBy(() -> session.sql("DESCRIBE HISTORY b.t LIMIT :n", Map.of("n", new BigDecimal("-1"))))
                .hasMessageContaining("PARSE_SYNTAX_ERROR");
        assertThatThrownBy(() -> session.sql("DESCRIBE HISTORY IDENTIFIER(:t || :n)", nulls()))
                .hasMessageStartingWith("IDENTIFIER('b.t' || NULL) is NULL.");
    }

    private static Map<String, Object> nulls() {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("t", "b.t");
        values.put("n", null);
        return values;
    }

    @Test
    void datesAreDates() {
        session.sql("CREATE TABLE b.d AS SELECT DATE'2024-01-01' AS day");

        session.sql(
                "BEGIN OPTIMIZE b.d; INSERT INTO b.d SELECT :day; END",
                Map.of("day", java.sql.Date.valueOf("2024-02-29")));

        assertThat(lake.query("SELECT max(day) FROM b.d")).containsExactly("[2024-02-29]");
    }

    @Test
    void takesParametersOfExecuteImmediate() {
        assertThat(session.sql("EXECUTE IMMEDIATE 'DESCRIBE HISTORY IDENTIFIER(:x)' USING ('b.t' AS x)")
                        .count())
                .isEqualTo(1);
        assertThat(session.sql("EXECUTE IMMEDIATE 'DESCRIBE HISTORY IDENTIFIER(?)' USING 'b.t'")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void saysWhichValueIsMissing() {
        assertThatThrownBy(() -> session.sql("DESCRIBE HISTORY IDENTIFIER(:t)", Map.of("other", "b.t")))
                .hasMessage("There is no value for :t at line 1, column 29. Pass it with the statement.");
    }
}
