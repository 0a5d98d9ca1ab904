package dev.lakelight.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingTest {

    private final TableReader reader = TableReader.in(ZoneId.of("Europe/Berlin"));

    @TempDir
    Path folder;

    @Test
    void typesValuesByTheSchemaInItsOrderOfColumns() {
        DataFile file = csv("name,id\nAnn,1\nBob,2\n");

        TableRows table = reader.read(file, schema("id INT, name STRING"));

        assertThat(table.rows()).containsExactly(row(1, "Ann"), row(2, "Bob"));
    }

    @Test
    void takesAnEmptyValueForNullAndAQuotedOneForTheEmptyText() {
        DataFile file = csv("id,name\n1,\n2,\"\"\n,x\n3,NULL\n");

        TableRows table = reader.read(file, schema("id INT, name STRING"));

        assertThat(table.rows()).containsExactly(row(1, null), row(2, ""), row(null, "x"), row(3, "NULL"));
    }

    @Test
    void keepsBlanksQuotesLineBreaksAndCommasInsideQuotes() {
        DataFile file = csv("\uFEFFid,name\r\n1, a \r\n\r\n2,\"a \"\"b\"\", c\nd\"\r\n");

        TableRows table = reader.read(file, schema("id INT, name STRING"));

        assertThat(table.rows()).containsExactly(row(1, " a "), row(2, "a \"b\", c\nd"));
    }

    @Test
    void readsEveryScalarType() {
        DataFile file = csv("a,b,c,d,e,f,g,h,i,j,k,l\n"
                + "true,-128,32767,-2147483648,9223372036854775807,1.5,NaN,12.5,ff00,2011-12-09,"
                + "2011-12-09 14:30:00,2011-12-09T14:30:00.123456\n");

        TableRows table = reader.read(
                file,
                schema(
                        "a BOOLEAN, b TINYINT, c SMALLINT, d INT, e BIGINT, f FLOAT, g DOUBLE, h DECIMAL(10,2), i BINARY,"
                                + " j DATE, k TIMESTAMP, l TIMESTAMP_NTZ"));

        assertThat(values(table.rows().get(0)))
                .containsExactly(
                        true,
                        (byte) -128,
                        (short) 32767,
                        Integer.MIN_VALUE,
                        Long.MAX_VALUE,
                        1.5f,
                        Double.NaN,
                        new BigDecimal("12.50"),
                        new byte[] {-1, 0},
                        LocalDate.of(2011, 12, 9),
                        Instant.parse("2011-12-09T13:30:00Z"),
                        LocalDateTime.parse("2011-12-09T14:30:00.123456"));
    }

    @Test
    void readsTimestampsWithAnOffset() {
        DataFile file =
                csv("k\n2011-12-09 14:30+05:00\n2011-12-09T14:30:00Z\n2011-12-09 14:30:00.5 America/New_York\n");

        TableRows table = reader.read(file, schema("k TIMESTAMP"));

        assertThat(table.rows())
                .containsExactly(
                        row(Instant.parse("2011-12-09T09:30:00Z")),
                        row(Instant.parse("2011-12-09T14:30:00Z")),
                        row(Instant.parse("2011-12-09T19:30:00.500Z")));
    }

    @Test
    void readsNestedValuesFromJson() {
        DataFile file = csv("a,s,m\n\"[1,null]\",\"{\"\"zip\"\":\"\"007\"\"}\",\"{\"\"k\"\":1.10}\"\n");

        TableRows table =
                reader.read(file, schema("a ARRAY<INT>, s STRUCT<zip: STRING, n: INT>, m MAP<STRING, DECIMAL(4,2)>"));

        assertThat(values(table.rows().get(0)))
                .containsExactly(Arrays.asList(1, null), row("007", null), Map.of("k", new BigDecimal("1.10")));
    }

    @Test
    void reportsAllMistakesOfAFileTogether() {
        DataFile file = csv("id,amount,day,ok\n"
                + "x,1.00,2011-12-09,true\n"
                + "1,1.001,2011-02-30,yes\n"
                + "2,1.00\n"
                + "3,1.00,2011-12-09,true,5\n"
                + "3000000000,123456789.00,09.12.2011,\n");

        assertThatThrownBy(
                        () -> reader.read(file, schema("id INT, amount DECIMAL(10,2), day DATE, ok BOOLEAN NOT NULL")))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        data/x.csv cannot be read, 10 mistakes:
                          data/x.csv:2, column id: found 'x', but INT takes a whole number from -2147483648 to 2147483647
                          data/x.csv:3, column amount: found '1.001', but DECIMAL(10,2) takes a number with at most 8 digits before and 2 after the point
                          data/x.csv:3, column day: found '2011-02-30', but DATE takes a date such as 2011-12-09
                          data/x.csv:3, column ok: found 'yes', but BOOLEAN takes true or false
                          data/x.csv:4: found 2 values for 4 columns
                          data/x.csv:5: found 5 values for 4 columns
                          data/x.csv:6, column id: found '3000000000', but INT takes a whole number from -2147483648 to 2147483647
                          data/x.csv:6, column amount: found '123456789.00', but DECIMAL(10,2) takes a number with at most 8 digits before and 2 after the point
                          data/x.csv:6, column day: found '09.12.2011', but DATE takes a date such as 2011-12-09
                          data/x.csv:6, column ok: found NULL, but it is declared NOT NULL""")
                .asInstanceOf(InstanceOfAssertFactories.type(UserError.class))
                .extracting(error -> error.location().orElseThrow())
                .isEqualTo(new SourceLocation("data/x.csv", 2));
    }

    @Test
    void countsMistakesBeyondTheFirstTen() {
        DataFile file = csv("id\n" + "x\n".repeat(25));

        assertThatThrownBy(() -> reader.read(file, schema("id INT")))
                .hasMessageStartingWith("data/x.csv cannot be read, 25 mistakes:\n  data/x.csv:2, column id: found 'x'")
                .hasMessageEndingWith("\n  and 15 more");
    }

    @Test
    void reportsNullWhereItIsNotAllowed() {
        DataFile file = csv("id,name\n1,a\n,b\n");

        assertThatThrownBy(() -> reader.read(file, schema("id INT NOT NULL, name STRING")))
                .hasMessage("""
                        data/x.csv cannot be read, 1 mistake:
                          data/x.csv:3, column id: found NULL, but it is declared NOT NULL""");
    }

    @Test
    void reportsUnknownTwofoldAndMissingColumns() {
        DataFile file = csv("custmer_id,name,name\n1,a,a\n");

        assertThatThrownBy(() -> reader.read(file, schema("customer_id INT, name STRING")))
                .hasMessage("""
                        data/x.csv cannot be read, 3 mistakes:
                          data/x.csv:1: column 'name' is there twice
                          data/x.csv:1: there is no column 'custmer_id', the columns are customer_id, name. Perhaps you mean 'customer_id'.
                          data/x.csv:1: column 'customer_id' is missing""");
    }

    @Test
    void takesNullForMissingColumnsWhenAskedTo() {
        DataFile file = csv("id\n1\n");

        TableRows table = reader.withNullForMissingColumns().read(file, schema("id INT NOT NULL, name STRING"));

        assertThat(table.rows()).containsExactly(row(1, null));
        assertThatThrownBy(() -> reader.withNullForMissingColumns().read(file, schema("id INT, name STRING NOT NULL")))
                .hasMessage("""
                        data/x.csv cannot be read, 1 mistake:
                          data/x.csv:1: column 'name' is missing""");
    }

    @Test
    void placesRowsAfterQuotedLineBreaksAndEmptyLines() {
        DataFile file = csv("id,name\n1,\"a\n\n\nb\"\n\n\nx,\"c\nd\"\ny,e");

        assertThatThrownBy(() -> reader.read(file, schema("id INT, name STRING")))
                .hasMessageContaining("data/x.csv:8, column id: found 'x'")
                .hasMessageContaining("data/x.csv:10, column id: found 'y'");
    }

    @Test
    void placesMistakesInsideNestedValues() {
        DataFile file = csv("s\n\"{\"\"a\"\":[{\"\"zip\"\":1},{\"\"zip\"\":\"\"x\"\"}]}\"\n\"{\"\"b\"\":1}\"\n[1\n7\n");

        assertThatThrownBy(() -> reader.read(file, schema("s STRUCT<a: ARRAY<STRUCT<zip: INT>>>")))
                .hasMessage("""
                        data/x.csv cannot be read, 4 mistakes:
                          data/x.csv:2, column s.a[1].zip: found 'x', but INT takes a whole number from -2147483648 to 2147483647
                          data/x.csv:3, column s: has no field 'b'; its fields are a. Perhaps you mean 'a'.
                          data/x.csv:4, column s: found '[1', which is not JSON from character 3 on
                          data/x.csv:5, column s: found 7, but STRUCT<a: ARRAY<STRUCT<zip: INT>>> takes a JSON object""");
    }

    @Test
    void reportsAQuoteThatIsNotClosed() {
        DataFile file = csv("id,name\n1,a\n2,\"b\n3,c\n");

        assertThatThrownBy(() -> reader.read(file, schema("id INT, name STRING")))
                .isInstanceOf(UserError.class)
                .hasMessage("data/x.csv:3: a quote is not closed. A quote inside a quoted value is written twice.");
    }

    @Test
    void reportsAQuoteThatIsNotDoubled() {
        DataFile file = csv("id,name\n1,a\n2,\"b\"c\n3,c\n");

        assertThatThrownBy(() -> reader.read(file, schema("id INT, name STRING")))
                .isInstanceOf(UserError.class)
                .hasMessage("data/x.csv:3: a quote is not closed. A quote inside a quoted value is written twice.");
    }

    @Test
    void reportsAFileThatIsEmptyOrNotText() throws IOException {
        DataFile empty = csv("");
        DataFile latin = new DataFile(folder.resolve("latin.csv"), "data/latin.csv");
        Files.write(latin.path(), "id,name\n1,Jos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> reader.read(empty, schema("id INT")))
                .isInstanceOf(UserError.class)
                .hasMessage("data/x.csv cannot be read: it has no header line.");
        assertThatThrownBy(() -> reader.read(latin, schema("id INT, name STRING")))
                .isInstanceOf(UserError.class)
                .hasMessage("data/latin.csv cannot be read: it is not UTF-8.");
    }

    @Test
    void readsTheSchemaThatAHeaderDeclares() {
        DataFile file = csv("id:INT,\"amount:DECIMAL(10,2)\",\"s:STRUCT<a:INT,b:STRING>\"\n1,2.5,\n");

        StructType declared = reader.declaredSchema(file).orElseThrow();

        assertThat(declared).isEqualTo(schema("id INT, amount DECIMAL(10,2), s STRUCT<a: INT, b: STRING>"));
        assertThat(reader.columns(file)).containsExactly("id", "amount", "s");
        assertThat(reader.read(file, declared).rows()).containsExactly(row(1, new BigDecimal("2.50"), null));
    }

    @Test
    void takesAColonForPartOfANameUnlessAllCellsAreTyped() {
        DataFile file = csv("a:INT,b\n1,2\n");

        assertThat(reader.declaredSchema(file)).isEmpty();
        assertThat(reader.columns(file)).containsExactly("a:INT", "b");
    }

    @Test
    void reportsAHeaderThatContradictsTheSchema() {
        DataFile file = csv("id:INT,name:STRING\n1,a\n");

        assertThatThrownBy(() -> reader.read(file, schema("id BIGINT, name STRING")))
                .hasMessage("""
                        data/x.csv cannot be read, 1 mistake:
                          data/x.csv:1: column 'id' is declared INT here, but it is BIGINT""");
    }

    @Test
    void reportsAFileOfAnUnknownFormat() {
        DataFile file = new DataFile(folder.resolve("a.xlsx"), "data/a.xlsx");

        assertThatThrownBy(() -> reader.read(file, schema("id INT")))
                .isInstanceOf(UserError.class)
                .hasMessage("data/a.xlsx is not a data file that can be read."
                        + " Accepted are .csv, .json, .jsonl, .ndjson and .parquet.");
    }

    @Test
    void unpacksFiles() throws IOException {
        DataFile packed = new DataFile(folder.resolve("a.csv.gz"), "data/a.csv.gz");

        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed.path()))) {
            out.write("id\n1\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(reader.read(packed, schema("id INT")).rows()).containsExactly(row(1));
    }

    private DataFile csv(String text) {
        try {
            return new DataFile(Files.writeString(folder.resolve("x.csv"), text), "data/x.csv");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static StructType schema(String ddl) {
        return SchemaText.read(ddl);
    }

    private static Row row(Object... values) {
        return RowFactory.create(values);
    }

    private static List<Object> values(Row row) {
        return scala.jdk.javaapi.CollectionConverters.asJava(row.toSeq());
    }
}
