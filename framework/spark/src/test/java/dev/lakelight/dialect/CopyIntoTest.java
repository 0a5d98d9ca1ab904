package dev.lakelight.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.runtime.NotebookRun;
import io.delta.exceptions.ConcurrentTransactionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.classic.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyIntoTest {

    private static final String LOAD = """
            COPY INTO b.t FROM '${files}/in' FILEFORMAT = CSV
            FORMAT_OPTIONS ('header' = 'true', 'inferSchema' = 'true')
            """;

    private DialectLake lake;

    @BeforeEach
    void open(@TempDir Path base) {
        lake = new DialectLake(base);
        lake.lake().sql("CREATE TABLE b.t (id INT, name STRING)");
        lake.file("in/a.csv", "id,name\n1,a\n2,b\n");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private List<List<String>> load(String statement) {
        NotebookRun run = lake.run("load.sql", statement);
        assertThat(run.failure()).isEmpty();
        return DialectLake.rows(run);
    }

    private List<String> ids() {
        return lake.query("SELECT id FROM b.t ORDER BY id");
    }

    @Test
    void loadsEachFileOnce() {
        assertThat(load(LOAD)).containsExactly(List.of("2", "2", "0"));
        assertThat(load(LOAD)).containsExactly(List.of("0", "0", "0"));

        lake.file("in/b.csv", "id,name\n3,c\n");
        lake.file("in/a.csv", "id,name\n9,changed\n");
        lake.file("in/_SUCCESS", "");

        assertThat(load(LOAD)).containsExactly(List.of("1", "1", "0"));
        assertThat(ids()).containsExactly("[1]", "[2]", "[3]");
        assertThat(lake.lake().table("b.t").commits()).hasSize(3);
    }

    @Test
    void loadsFilesAgainThatAreForced() {
        load(LOAD);

        assertThat(load(LOAD + "COPY_OPTIONS ('force' = 'true')")).containsExactly(List.of("2", "2", "0"));
        assertThat(load(LOAD)).containsExactly(List.of("0", "0", "0"));
        assertThat(ids()).containsExactly("[1]", "[1]", "[2]", "[2]");
    }

    @Test
    void startsAnewWithATableThatReplacesAnother() {
        load(LOAD);
        lake.lake().sql("DROP TABLE b.t");
        lake.lake().sql("CREATE TABLE b.t (id INT, name STRING)");

        assertThat(load(LOAD)).containsExactly(List.of("2", "2", "0"));
    }

    @Test
    void takesNamedFilesOrAPattern() {
        lake.file("in/b.csv", "id,name\n3,c\n");
        lake.file("in/c.txt", "no,csv\n");

        assertThat(load(LOAD.replace("FORMAT_OPTIONS", "FILES = ('b.csv') FORMAT_OPTIONS")))
                .containsExactly(List.of("1", "1", "0"));
        assertThat(load(LOAD.replace("FORMAT_OPTIONS", "PATTERN = '*.csv' FORMAT_OPTIONS")))
                .containsExactly(List.of("2", "2", "0"));
    }

    @Test
    void selectsFromFiles() {
        load("""
                COPY INTO IDENTIFIER(:t)
                FROM (SELECT _c0::INT + 10 AS id, upper(_c1) AS name FROM '${files}/in' WITH (CREDENTIAL c) WHERE _c0 <> 'id')
                FILEFORMAT = CSV
                """);

        assertThat(lake.query("SELECT * FROM b.t ORDER BY id")).containsExactly("[11,A]", "[12,B]");
    }

    @Test
    void loadsByPosition() {
        lake.file("plain/a.csv", "5,e\n");
        lake.file("turned/a.csv", "f,6\n");

        load("COPY INTO b.t BY POSITION FROM '${files}/plain' FILEFORMAT = CSV");
        load("COPY INTO b.t (name, id) FROM '${files}/turned' FILEFORMAT = CSV");

        assertThat(lake.query("SELECT * FROM b.t ORDER BY id")).containsExactly("[5,e]", "[6,f]");
    }

    @Test
    void mergesTheSchemaOnlyWhenItIsAskedFor() {
        lake.file("in/a.csv", "id,name,city\n1,a,Bern\n");

        NotebookRun refused = lake.run("load.sql", LOAD);

        assertThat(refused.failure().orElseThrow()).hasMessageContaining("DELTA_METADATA_MISMATCH");
        assertThat(load(LOAD + "COPY_OPTIONS ('mergeSchema' = 'true')")).containsExactly(List.of("1", "1", "0"));
        assertThat(lake.query("SELECT * FROM b.t")).containsExactly("[1,a,Bern]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " PATTERN = '*.csv'"})
    void saysWhatIsMissing(String pattern) {
        NotebookRun run = lake.run("load.sql", "COPY INTO b.t FROM 'nowhere' FILEFORMAT = CSV" + pattern);

        assertThat(run.failure().orElseThrow())
                .hasMessage(
                        "load.sql:2 (cell 1) failed: COPY INTO b.t finds nothing at nowhere. Correct the path, or put the files"
                                + " there first.");
    }

    @Test
    void loadsOtherFormats() {
        lake.file("json/a.json", "{\"id\": 7, \"name\": \"g\"}\n");
        lake.lake()
                .sql("SELECT 8 AS id, 'h' AS name")
                .write()
                .parquet(lake.lake().files() + "/parquet");

        load("COPY INTO b.t FROM '${files}/json' FILEFORMAT = JSON FORMAT_OPTIONS ('schema' = 'x')");
        load("COPY INTO b.t FROM '${files}/parquet' FILEFORMAT = PARQUET");

        assertThat(ids()).containsExactly("[7]", "[8]");
    }

    @Test
    void commitsRowsAndTheRecordOfTheirFilesTogether() throws IOException {
        load(LOAD);

        assertThat(lake.query("DESCRIBE HISTORY b.t LIMIT 1", "operation", "operationMetrics['numOutputRows']"))
                .containsExactly("[COPY INTO,2]");
        Path folder = Path.of(java.net.URI.create(
                lake.lake().sql("DESCRIBE DETAIL b.t").select("location").head().getString(0)));
        assertThat(Files.readAllLines(folder.resolve("_delta_log/00000000000000000001.json")))
                .anyMatch(line -> line.startsWith("{\"add\""))
                .anyMatch(line -> line.startsWith("{\"txn\"") && line.contains("/in/a.csv"));
    }

    @Test
    void recordsNothingOfALoadThatFails() {
        lake.lake().sql("ALTER TABLE b.t ADD CONSTRAINT small CHECK (id < 3)");
        lake.file("in/b.csv", "id,name\n3,c\n");

        NotebookRun failed = lake.run("load.sql", LOAD);

        assertThat(failed.failure().orElseThrow()).hasMessageContaining("CHECK constraint small (id < 3) violated");
        lake.lake().sql("ALTER TABLE b.t DROP CONSTRAINT small");
        assertThat(load(LOAD)).containsExactly(List.of("3", "3", "0"));
        assertThat(ids()).containsExactly("[1]", "[2]", "[3]");
    }

    @Test
    void letsOneOfTwoLoadsOfTheSameFileThrough() {
        SparkSession session = (SparkSession) lake.lake().session();
        CopyInto.Builder copy = new CopyInto.Builder();
        copy.target = "b.t";
        copy.source = lake.lake().files().resolve("in").toString();
        copy.format = "csv";
        copy.formatOptions = Map.of("header", "true", "inferSchema", "true");
        DeltaFolder table = DeltaFolder.of(session, "COPY INTO", "b.t");
        List<FileStatus> files = new SourceFiles(session, copy).list();
        CopyTransaction first = new CopyTransaction(session, copy, table);
        CopyTransaction second = new CopyTransaction(session, copy, table);

        first.load(files);

        assertThatThrownBy(() -> second.load(files)).isInstanceOf(ConcurrentTransactionException.class);
        assertThat(ids()).containsExactly("[1]", "[2]");
    }

    @Test
    void loadsOnceWhenSeveralLoadAtTheSameTime() {
        String statement = LOAD.replace("${files}", lake.lake().files().toString());

        long rows = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> lake.lake().session().sql(statement).head().getLong(0)))
                .toList()
                .stream()
                .mapToLong(CompletableFuture::join)
                .sum();

        assertThat(rows).isEqualTo(2);
        assertThat(ids()).containsExactly("[1]", "[2]");
    }
}
