package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.AcquiredCluster;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A lake that is kept goes on from what it was, and all that have it open see the same. */
class KeptLakeTest {

    @RegisterExtension
    static final AcquiredCluster CLUSTER = new AcquiredCluster();

    @TempDir
    Path folder;

    private Lake open(String name) {
        LakeHome home = new LakeHome(folder.resolve("lake"), folder.resolve("dbfs"));
        return Lake.open(
                CLUSTER.get(),
                LakeOptions.named(name, ProjectFiles.of(folder, List.of())).at(home));
    }

    @Test
    void goesOnFromWhatItWas() throws IOException {
        try (Lake first = open("first")) {
            first.sql("CREATE SCHEMA silver");
            first.sql("CREATE TABLE silver.customers AS SELECT 1 AS id, 'Ann' AS name");
            first.sql("CREATE TABLE silver.days (day INT, month INT) USING parquet PARTITIONED BY (month)");
            first.sql("INSERT INTO silver.days VALUES (24, 12)");
            first.sql("CREATE CATALOG shop");
            first.sql("CREATE TABLE shop.default.orders AS SELECT 7 AS id");
            first.sql("CREATE VIEW silver.names AS SELECT name FROM silver.customers");
            first.sql("CREATE FUNCTION silver.twice(x INT) RETURNS INT RETURN x * 2");
            Files.writeString(first.path("dbfs:/landing.txt"), "hello");
        }

        try (Lake second = open("second")) {
            assertThat(second.tables())
                    .containsExactly("shop.default.orders", "silver.customers", "silver.days", "silver.names");
            assertThat(rows(second, "SELECT name FROM silver.names")).containsExactly(RowFactory.create("Ann"));
            assertThat(rows(second, "SELECT day FROM silver.days WHERE month = 12"))
                    .containsExactly(RowFactory.create(24));
            assertThat(rows(second, "SELECT silver.twice(id) FROM shop.default.orders"))
                    .containsExactly(RowFactory.create(14));
            assertThat(second.path("landing.txt")).hasContent("hello");
        }
    }

    @Test
    void isTheSameForAllThatHaveItOpen() {
        try (Lake one = open("one");
                Lake other = open("other")) {
            one.sql("CREATE TABLE counted AS SELECT 1 AS id");
            assertThat(rows(other, "SELECT id FROM counted")).containsExactly(RowFactory.create(1));

            other.sql("INSERT INTO counted VALUES (2)");
            assertThat(rows(one, "SELECT id FROM counted ORDER BY id"))
                    .containsExactly(RowFactory.create(1), RowFactory.create(2));

            other.sql("DROP TABLE counted");
            assertThat(one.tables()).isEmpty();

            one.sql("CREATE TABLE counted AS SELECT 'again' AS id");
            assertThat(rows(other, "SELECT id FROM counted")).containsExactly(RowFactory.create("again"));

            other.sql("CREATE SCHEMA gold");
            one.sql("CREATE TABLE gold.sums AS SELECT 3 AS sum");
            other.sql("ALTER TABLE gold.sums RENAME TO gold.totals");
            assertThat(one.tables()).containsExactly("counted", "gold.totals");
        }
    }

    @Test
    void failsAsSparkDoes() {
        try (Lake lake = open("mine")) {
            lake.sql("CREATE TABLE there AS SELECT 1 AS id");

            assertThatThrownBy(() -> lake.sql("SELECT * FROM missing").collectAsList())
                    .isInstanceOf(AnalysisException.class)
                    .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
            assertThatThrownBy(() -> lake.sql("CREATE TABLE there (id INT) USING delta"))
                    .hasMessageContaining("TABLE_OR_VIEW_ALREADY_EXISTS");
            assertThat(lake.tables()).containsExactly("there");
        }
    }

    @Test
    void refusesToBeRolledBack() {
        try (Lake lake = open("mine")) {
            assertThatThrownBy(lake::rollBack)
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "The lake 'mine' is kept, and others may use it: it has no start to be rolled back to or compared with.");
            assertThatThrownBy(lake::changes).isInstanceOf(UserError.class);
        }
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        Path catalog = Files.createDirectories(folder.resolve("lake")).resolve("catalog");
        Files.writeString(catalog, "something else\n");

        assertThatThrownBy(() -> open("broken")).rootCause().isInstanceOf(java.io.EOFException.class);
        assertThatThrownBy(() -> open("broken"))
                .hasStackTraceContaining(EnvironmentError.class.getName() + ": Cannot read the catalog " + catalog);
        assertThat(catalog).hasContent("something else\n");
    }

    private static List<Row> rows(Lake lake, String query) {
        return lake.sql(query).collectAsList();
    }
}
