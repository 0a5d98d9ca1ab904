package dev.lakelight.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.table.SchemaText;
import dev.lakelight.table.TableRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs no Spark session. */
class KernelTablesTest {

    private final KernelTables tables = new KernelTables(new Configuration());

    @TempDir
    private java.nio.file.Path folder;

    @Test
    void readsEveryTypeAsItWasWritten() {
        TableRows rows = rows(
                "bool BOOLEAN, tiny TINYINT, small SMALLINT, whole INT, big BIGINT, f FLOAT, d DOUBLE, amount DECIMAL(38,3),"
                        + " text STRING, raw BINARY, day DATE, at TIMESTAMP, list ARRAY<INT>, map MAP<STRING, DATE>,"
                        + " struct STRUCT<a: INT, b: ARRAY<STRUCT<c: STRING>>>",
                RowFactory.create(
                        true,
                        (byte) 1,
                        (short) 2,
                        3,
                        4L,
                        1.5f,
                        Double.NaN,
                        new BigDecimal("12345678901234567890123456789012345.678"),
                        "käse 'x' \n",
                        new byte[] {0, -1},
                        LocalDate.parse("2011-12-09"),
                        Instant.parse("2011-12-09T14:30:00.123456Z"),
                        Arrays.asList(1, null),
                        Map.of("k", LocalDate.EPOCH),
                        RowFactory.create(1, Arrays.asList(RowFactory.create("c"), null, row(1)))),
                row(15));

        assertThat(KernelTables.canHold(rows)).isTrue();
        tables.create(table(), rows);

        TableRows read = tables.read(table()).orElseThrow();
        assertThat(read.schema()).isEqualTo(rows.schema());
        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().get(1)).isEqualTo(row(15));
        assertThat(values(read.rows().get(0))).isEqualTo(values(rows.rows().get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a folder", "käse", "a+b", "100%", "50%20off", "a#b", "a=b&c;d", "[x]{y}'z'"})
    void writesIntoFoldersOfEveryName(String name) throws IOException {
        java.nio.file.Path table = folder.resolve(name).resolve("t");
        TableRows rows = rows("id INT", RowFactory.create(1));

        tables.create(new Path(table.toUri()), rows);

        assertThat(tables.read(new Path(table.toUri()))).contains(rows);
        assertThat(folder).isDirectoryNotContaining(other -> !other.endsWith(name));
        assertThat(table).isDirectoryContaining("glob:**.parquet");
        assertThat(Files.readString(table.resolve("_delta_log/00000000000000000000.json")))
                .containsPattern("\"add\":\\{\"path\":\"[-0-9a-f]+\\.parquet\"");
    }

    @Test
    void anEmptyTableHasItsColumns() {
        tables.create(table(), rows("id INT, name STRING"));

        assertThat(tables.read(table())).contains(rows("id INT, name STRING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id INT NOT NULL",
                "id STRUCT<a: INT NOT NULL>",
                "id INT COMMENT 'a key'",
                "id TIMESTAMP_NTZ",
                "id VARIANT",
                "id INTERVAL DAY TO SECOND",
                "id CHAR(3)",
                "id ARRAY<VARCHAR(3)>",
                "id STRING COLLATE UTF8_LCASE",
                "`a.b` INT",
                "`a b` STRUCT<a: INT>",
                "a STRUCT<`b c`: INT>",
                "id INT, ID INT"
            })
    void leavesToSparkWhatNeedsAFeatureOrACheck(String columns) {
        assertThat(KernelTables.canHold(rows(columns))).isFalse();
    }

    @Test
    void leavesToSparkDatesOfOtherCalendars() {
        assertThat(KernelTables.canHold(rows("day DATE", RowFactory.create(LocalDate.parse("1582-10-14")))))
                .isFalse();
        assertThat(KernelTables.canHold(rows("day DATE", RowFactory.create(LocalDate.parse("1582-10-15")))))
                .isTrue();
        assertThat(KernelTables.canHold(
                        rows("a ARRAY<TIMESTAMP>", RowFactory.create(List.of(Instant.parse("1899-12-31T00:00:00Z"))))))
                .isFalse();
    }

    @Test
    void leavesLargeTablesToSpark() {
        tables.create(
                table(),
                rows(
                        "id INT",
                        IntStream.rangeClosed(0, 10_000)
                                .mapToObj(RowFactory::create)
                                .toArray(Row[]::new)));

        assertThat(tables.read(table())).isEmpty();
    }

    @Test
    void findsNoTableWhereThereIsNone() {
        assertThat(tables.read(table())).isEmpty();
        assertThat(Files.exists(folder.resolve("a table"))).isFalse();
    }

    private Path table() {
        return new Path(folder.resolve("a table").toUri());
    }

    private static TableRows rows(String columns, Row... rows) {
        return new TableRows(SchemaText.read(columns), List.of(rows));
    }

    private static Row row(int nulls) {
        return RowFactory.create(new Object[nulls]);
    }

    /** Arrays of bytes are equal to themselves only. */
    private static String values(Row row) {
        return IntStream.range(0, row.length())
                .mapToObj(i -> row.get(i) instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(row.get(i)))
                .toList()
                .toString();
    }
}
