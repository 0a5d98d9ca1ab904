package dev.lakelight.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class InlineRowsTest {

    private static final String SUBJECT = "The rows of bronze.orders";

    private final TableReader reader = TableReader.in(ZoneOffset.UTC);

    @Test
    void takesRowsByNameOrByPosition() {
        List<List<Object>> rows = List.of(Arrays.asList("007", 1L), Arrays.asList(null, 2L));

        TableRows named = reader.read(
                new InlineRows(List.of("name", "id"), rows), SchemaText.read("id INT, name STRING"), SUBJECT);
        TableRows positional =
                reader.read(new InlineRows(List.of(), rows), SchemaText.read("name STRING, id INT"), SUBJECT);

        assertThat(named.rows()).containsExactly(row(1, "007"), row(2, null));
        assertThat(positional.rows()).containsExactly(row("007", 1), row(null, 2));
    }

    @Test
    void typesScalarsByTheirText() {
        InlineRows rows = new InlineRows(
                List.of(),
                List.of(List.of(1L, new BigDecimal("1.10"), "2011-12-09", true, List.of(1L), Map.of("a", "x"))));

        TableRows table = reader.read(
                rows,
                SchemaText.read("a STRING, b DECIMAL(4,2), c DATE, d BOOLEAN, e ARRAY<INT>, f STRUCT<a: STRING>"),
                SUBJECT);

        assertThat(table.rows())
                .containsExactly(
                        row("1", new BigDecimal("1.10"), LocalDate.of(2011, 12, 9), true, List.of(1), row("x")));
    }

    @Test
    void placesMistakesInTheScenario() {
        InlineRows rows = new InlineRows(
                List.of("id", "nmae"),
                List.of(List.of(1L, "a")),
                List.of(new SourceLocation("src/test/lakelight/a.yml", 7)));

        assertThatThrownBy(() -> reader.read(rows, SchemaText.read("id INT, name STRING"), SUBJECT))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        The rows of bronze.orders cannot be read, 2 mistakes:
                          src/test/lakelight/a.yml:7: there is no column 'nmae', the columns are id, name. Perhaps you mean 'name'.
                          src/test/lakelight/a.yml:7: column 'name' is missing""");
    }

    @Test
    void numbersTheRowsOfPrograms() {
        List<Row> rows = List.of(row(1, "a"), row("x", "b"), row(3));

        assertThatThrownBy(() -> reader.read(rows, SchemaText.read("id INT, name STRING"), SUBJECT))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        The rows of bronze.orders cannot be read, 2 mistakes:
                          row 2, column id: found 'x', but INT takes a whole number from -2147483648 to 2147483647
                          row 3: found 1 values for 2 columns""");
    }

    @Test
    void takesWhatSparkItselfHandsOut() {
        Instant instant = Instant.parse("2011-12-09T10:00:00.123456Z");
        Row collected = row(
                Timestamp.from(instant),
                new byte[] {1, -1},
                CollectionConverters.asScala(List.of(1, 2)).toSeq(),
                CollectionConverters.asScala(Map.of("k", 1.5)),
                row("x", null));

        TableRows table = reader.read(
                List.of(collected),
                SchemaText.read(
                        "t TIMESTAMP, b BINARY, a ARRAY<INT>, m MAP<STRING, DOUBLE>, s STRUCT<a: STRING, b: INT>"),
                SUBJECT);

        Row typed = table.rows().get(0);
        assertThat(typed.get(0)).isEqualTo(instant);
        assertThat(typed.get(1)).isEqualTo(new byte[] {1, -1});
        assertThat(typed.get(2)).isEqualTo(List.of(1, 2));
        assertThat(typed.get(3)).isEqualTo(Map.of("k", 1.5));
        assertThat(typed.get(4)).isEqualTo(row("x", null));
    }

    @Test
    void reportsASchemaThatIsNoDdl() {
        assertThatThrownBy(() -> SchemaText.read("id INTT, name STRING"))
                .isInstanceOf(UserError.class)
                .hasMessage("The schema 'id INTT, name STRING' cannot be read: Unsupported data type \"INTT\"."
                        + " Accepted is Spark DDL such as 'id INT, amount DECIMAL(10,2)'.");
    }

    private static Row row(Object... values) {
        return RowFactory.create(values);
    }
}
