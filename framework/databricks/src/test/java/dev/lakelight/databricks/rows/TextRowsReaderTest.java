package dev.lakelight.databricks.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextRowsReaderTest {

    @TempDir
    Path folder;

    private TextRows read(String name, String text, String schema) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new TextRowsReader(ProjectFiles.of(folder, List.of())).read(new FileSource(file), schema);
    }

    private TextRows read(InlineRows rows, String schema) {
        return new TextRowsReader(ProjectFiles.of(folder, List.of())).read(rows, schema);
    }

    @Test
    void tellsNullFromEmptyTextInCsv() throws IOException {
        TextRows rows = read("a.csv", "\uFEFFid,name,note\n1,,\"\"\n2,\"a, \"\"b\"\"\",' x'\n", null);

        assertThat(rows.columns()).containsExactly("id", "name", "note");
        assertThat(rows.areTyped()).isFalse();
        assertThat(rows.rows()).containsExactly(Arrays.asList("1", null, ""), List.of("2", "a, \"b\"", "' x'"));
    }

    @Test
    void takesTypesFromTheHeaderOfACsvFile() throws IOException {
        TextRows rows = read("a.csv", "id:INT,\"price:DECIMAL(10, 2)\",tags:ARRAY<STRING>\n1,2.50,[]\n", null);

        assertThat(rows.columns()).containsExactly("id", "price", "tags");
        assertThat(rows.types()).containsExactly("INT", "DECIMAL(10, 2)", "ARRAY<STRING>");
    }

    @Test
    void bringsColumnsIntoTheOrderOfTheSchema() throws IOException {
        TextRows rows = read("a.csv", "name,id\nx,1\n", "id INT, name STRING, since DATE");

        assertThat(rows.columns()).containsExactly("id", "name", "since");
        assertThat(rows.types()).containsExactly("INT", "STRING", "DATE");
        assertThat(rows.rows()).containsExactly(Arrays.asList("1", "x", null));
    }

    @Test
    void refusesAColumnThatTheSchemaDoesNotHave() {
        assertThatThrownBy(() -> read("a.csv", "id,nmae\n1,x\n", "id INT, name STRING"))
                .isInstanceOf(UserError.class)
                .hasMessage("a.csv has a column 'nmae', which is not in its schema. The schema has: id, name.");
    }

    @Test
    void refusesARowThatIsTooShortAndAnOpenQuote() {
        assertThatThrownBy(() -> read("a.csv", "id,name\n1,x\n2\n", null))
                .isInstanceOf(UserError.class)
                .hasMessage("a.csv: row 2 has 1 values for 2 columns.");
        assertThatThrownBy(() -> read("b.csv", "id,name\n1,\"x\"y\n", null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a quote is not closed");
    }

    @Test
    void readsJsonOfBothForms() throws IOException {
        TextRows lines = read("a.jsonl", "{\"id\":1,\"o\":{\"a\":[1]}}\n{\"name\":\"x\",\"id\":1.50}\n", null);
        TextRows array = read("a.json", "[{\"id\":1},{\"id\":null}]", null);

        assertThat(lines.columns()).containsExactly("id", "o", "name");
        assertThat(lines.rows())
                .containsExactly(Arrays.asList("1", "{\"a\":[1]}", null), Arrays.asList("1.50", null, "x"));
        assertThat(array.rows()).containsExactly(List.of("1"), Arrays.asList((String) null));
    }

    @Test
    void writesInlineValuesAsTheyAreWritten() {
        InlineRows inline = new InlineRows(
                List.of("a", "b", "c"), List.of(Arrays.asList(new BigDecimal("1.10"), null, Map.of("x", List.of(1L)))));

        TextRows rows = read(inline, "c STRUCT<x: ARRAY<INT>>, a DECIMAL(3,2), b STRING");

        assertThat(rows.types()).containsExactly("DECIMAL(3,2)", "STRING", "STRUCT<x: ARRAY<INT>>");
        assertThat(rows.rows()).containsExactly(Arrays.asList("1.10", null, "{\"x\":[1]}"));
    }

    @Test
    void saysWhyRowsDoNotTravel() {
        assertThatThrownBy(() -> read("a.parquet", "", null))
                .isInstanceOf(NotRemoteException.class)
                .hasMessage("a.parquet is a Parquet file; write it as CSV or JSON");
        assertThatThrownBy(() -> read(new InlineRows(List.of(), List.of(List.of(1L))), null))
                .isInstanceOf(NotRemoteException.class)
                .hasMessage(
                        "inline rows without names of columns need a schema, because this machine does not see the table");
    }
}
