package dev.lakelight.compare;

import static dev.lakelight.compare.Tables.row;
import static dev.lakelight.compare.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DifferenceRowsTest {

    private static final TableComparator BY_ID = TableComparator.exact().pairedBy(List.of("id"));

    @RegisterExtension
    static final ComparingSession SESSION = new ComparingSession();

    private static SparkSession spark;

    @BeforeAll
    static void takeSession() {
        spark = SESSION.get();
    }

    @Test
    void tellWhichRowsHaveNoLikeAndHowOften() {
        Dataset<Row> differences = TableComparator.exact()
                .differences(
                        ComparedTable.of("found", spark.sql("SELECT id FROM VALUES 1, 3, 3 AS t(id)")),
                        table("expected", "id INT", row(1), row(1), row(1), row(2)));

        assertThat(differences
                        .selectExpr("kind", "count", "expected.id", "actual.id")
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        row("MISSING", 2L, 1, null), row("MISSING", 1L, 2, null), row("UNEXPECTED", 2L, null, 3));
    }

    @Test
    void pairRowsByTheirKeyAndNameWhatChanged() {
        Dataset<Row> differences = BY_ID.differences(
                ComparedTable.of(
                        "found",
                        spark.sql("SELECT * FROM VALUES (1, 'a', map('k', 1)), (2, 'x', map('k', 2)), (4, 'd', null)"
                                + " AS t(id, name, m)")),
                ComparedTable.of(
                        "expected",
                        spark.sql("SELECT * FROM VALUES (1, 'a', map('k', 1)), (2, 'b', map('k', 3)), (3, 'c', null)"
                                + " AS t(id, name, m)")));

        assertThat(differences
                        .selectExpr(
                                "kind", "key.id", "to_json(changed)", "expected.name", "actual.name", "actual.m['k']")
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        row("CHANGED", 2, "[\"name\",\"m\"]", "b", "x", 2),
                        row("MISSING", 3, "[]", "c", null, null),
                        row("UNEXPECTED", 4, "[]", null, "d", null));
    }

    @Test
    void canBeSavedAndAppliedToGetTheOtherTable() {
        Dataset<Row> expected = spark.sql("SELECT id, id % 3 AS v FROM range(20)");
        Dataset<Row> actual = spark.sql("SELECT id, IF(id = 7, 9, id % 3) AS v FROM range(2, 23)");
        String saved = SESSION.folder().resolve("differences").toString();

        BY_ID.differences(ComparedTable.of("found", actual), ComparedTable.of("expected", expected))
                .write()
                .parquet(saved);

        Dataset<Row> differences = spark.read().parquet(saved);
        Dataset<Row> patched = actual.exceptAll(
                        differences.where("actual IS NOT NULL").select("actual.*"))
                .unionAll(differences.where("expected IS NOT NULL").select("expected.*"));
        assertThat(TableComparator.exact()
                        .compare(ComparedTable.of("patched", patched), ComparedTable.of("expected", expected)))
                .isEmpty();
        assertThat(differences.count()).isEqualTo(6);
    }

    @Test
    void matchByToleranceWhereNeitherTableFitsInMemory() {
        Dataset<Row> expected = spark.range(0, 110_000, 1, 2).selectExpr("id", "CAST(id AS DOUBLE) AS x");
        Dataset<Row> actual = spark.range(0, 110_000, 1, 2)
                .selectExpr("id", "CASE id WHEN 5 THEN 5.001D WHEN 6 THEN 7.0D ELSE CAST(id AS DOUBLE) END AS x");
        TableComparator near = BY_ID.withTolerance(Tolerance.absolute("0.01"));

        assertThat(Tables.text(near.compare(ComparedTable.of("found", actual), ComparedTable.of("expected", expected))))
                .hasValue("""
                        found differs from expected: 1 changed
                          paired by id

                            | id | x
                          ~ | 6  | [6.0 -> 7.0]

                          ~ changed [expected -> actual]""");
        assertThatThrownBy(() -> TableComparator.exact()
                        .withTolerance(Tolerance.absolute("0.01"))
                        .compare(ComparedTable.of("found", actual), ComparedTable.of("expected", expected)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "found and expected are too large to find out without a key which of their rows belong together."
                                + " Name the key, or compare without tolerances and comparators.");
    }

    @Test
    void areRefusedWhereThereAreNone() {
        ComparedTable found = ComparedTable.of("found", spark.range(1).toDF());

        assertThatThrownBy(() -> TableComparator.exact().differences(found, table("expected", "id INT")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("found has another schema than expected");
        assertThatThrownBy(() -> TableComparator.exact().differences(table("a", "id INT"), table("expected", "id INT")))
                .isInstanceOf(UserError.class)
                .hasMessage("a and expected are both in memory, so there is no Spark session for a dataset of their"
                        + " differences.");
        assertThatThrownBy(() -> TableComparator.exact()
                        .withTolerance(Tolerance.absolute("1"))
                        .differences(found, found))
                .isInstanceOf(UserError.class)
                .hasMessage("A dataset of differences is exact: it knows no tolerances, comparators and placeholders."
                        + " Ask for it without them.");
    }
}
