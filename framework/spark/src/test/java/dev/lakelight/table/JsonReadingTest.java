package dev.lakelight.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReadingTest {

    private final TableReader reader = TableReader.in(ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void readsAnObjectALine() {
        DataFile file =
                json("{\"id\": 1, \"name\": \"a\"}\n\n{\"name\": \"\", \"id\": 2}\n{\"id\": 3}\n{\"name\": null}\n");

        TableRows table = reader.read(file, SchemaText.read("name STRING, id INT"));

        assertThat(table.rows()).containsExactly(row("a", 1), row("", 2), row(null, 3), row(null, null));
    }

    @Test
    void readsAnArrayOfObjects() {
        DataFile file = json("[\n  {\"id\": 1},\n  {\n    \"id\": \"x\"\n  }\n]\n");

        assertThatThrownBy(() -> reader.read(file, SchemaText.read("id INT"))).hasMessage("""
                        data/x.jsonl cannot be read, 1 mistake:
                          data/x.jsonl:3, column id: found 'x', but INT takes a whole number from -2147483648 to 2147483647""");
    }

    @Test
    void losesNoDigits() {
        DataFile file = json("{\"a\": 12345678901234567.123456789, \"b\": 0.1, \"c\": 9223372036854775807}\n");

        TableRows table = reader.read(file, SchemaText.read("a DECIMAL(38,9), b STRING, c BIGINT"));

        assertThat(table.rows())
                .containsExactly(row(new BigDecimal("12345678901234567.123456789"), "0.1", Long.MAX_VALUE));
    }

    @Test
    void readsNestedValues() {
        DataFile file = json("{\"s\": {\"day\": \"2011-12-09\", \"n\": [1, 2]}}\n");

        TableRows table = reader.read(file, SchemaText.read("s STRUCT<n: ARRAY<BIGINT>, day: DATE>"));

        assertThat(table.rows()).containsExactly(row(row(List.of(1L, 2L), LocalDate.of(2011, 12, 9))));
    }

    @Test
    void reportsUnknownKeysAsColumns() {
        DataFile file = json("{\"id\": 1}\n{\"idd\": 2}\n");

        assertThatThrownBy(() -> reader.read(file, SchemaText.read("id INT")))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        data/x.jsonl cannot be read, 1 mistake:
                          data/x.jsonl:1: there is no column 'idd', the columns are id. Perhaps you mean 'id'.""");
    }

    @Test
    void reportsWhatIsNotJsonOrNotAnObject() {
        DataFile broken = json("{\"id\": 1}\n{\"id\": 2,}\n");

        assertThatThrownBy(() -> reader.read(broken, SchemaText.read("id INT")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("data/x.jsonl:2 is not JSON: ");

        DataFile number = json("{\"id\": 1}\n7\n");

        assertThatThrownBy(() -> reader.read(number, SchemaText.read("id INT")))
                .isInstanceOf(UserError.class)
                .hasMessage("data/x.jsonl:2: found 7, accepted is a JSON object for each row, {\"id\": 1}.");
    }

    private DataFile json(String text) {
        try {
            return new DataFile(Files.writeString(folder.resolve("x.jsonl"), text), "data/x.jsonl");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Row row(Object... values) {
        return RowFactory.create(values);
    }
}
