package dev.lakelight.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.runtime.NotebookRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFilesTest {

    private DialectLake lake;

    @BeforeEach
    void open(@TempDir Path base) {
        lake = new DialectLake(base);
        lake.file("csv/a.csv", "id,name\n1,a\n");
        lake.file("csv/b.csv", "id,name\n2,b\n");
        lake.file("json/a.json", "{\"id\": 7, \"name\": \"g\"}\n");
        lake.file("unknown/a.data", "x\n");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    record Reading(String query, List<List<String>> rows) {

        @Override
        public String toString() {
            return query;
        }
    }

    static Stream<Reading> readings() {
        return Stream.of(
                new Reading(
                        "SELECT id, name, _rescued_data FROM read_files('${files}/csv', format => 'csv', header => true) ORDER BY id",
                        List.of(Arrays.asList("1", "a", null), Arrays.asList("2", "b", null))),
                new Reading("SELECT typeof(id) FROM read_files('${files}/json')", List.of(List.of("bigint"))),
                new Reading(
                        "SELECT typeof(id), typeof(name) FROM read_files('${files}/csv/a.csv', header => true, schemaHints => 'id"
                                + " DECIMAL(5,2)')",
                        List.of(List.of("decimal(5,2)", "string"))),
                new Reading(
                        "SELECT * FROM read_files('${files}/csv/b.csv', header => true, schema => 'id STRING, name STRING')",
                        List.of(List.of("2", "b"))),
                new Reading(
                        "SELECT _metadata.file_name, id FROM read_files('${files}/csv', header => true, fileNamePattern => 'a*')",
                        List.of(List.of("a.csv", "1"))),
                new Reading(
                        "SELECT * FROM read_files(path => '${files}/json', schemaEvolutionMode => 'none')",
                        List.of(List.of("7", "g"))));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void reads(Reading reading) {
        NotebookRun run = lake.run("a.sql", reading.query());

        assertThat(run.failure()).isEmpty();
        assertThat(DialectLake.rows(run)).isEqualTo(reading.rows());
    }

    record Refused(String call, String message) {

        @Override
        public String toString() {
            return call;
        }
    }

    static Stream<Refused> refusals() {
        return Stream.of(
                new Refused("read_files()", "read_files: no path is given. Write read_files('path', format => 'csv')."),
                new Refused(
                        "read_files('a', 'csv')",
                        "read_files: one path is given by position, everything else by name, format => 'csv'."),
                new Refused(
                        "read_files('a', schema => 'id INT', rescuedDataColumn => 'r', format => 'csv')",
                        "read_files: what does not fit a given schema cannot be rescued here. Leave rescuedDataColumn out, or the"
                                + " schema."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refused refused) {
        NotebookRun run = lake.run("a.sql", "SELECT * FROM " + refused.call());

        assertThat(run.failure().orElseThrow()).hasMessage("a.sql:2 (cell 1) failed: " + refused.message());
    }
}
