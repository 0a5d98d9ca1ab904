package dev.lakelight.compare;

import static dev.lakelight.compare.Tables.row;
import static dev.lakelight.compare.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What comparators of other libraries are known to get wrong, named by their issues: tables that differ and pass there, tables
 * that are equal and fail there, and differences that nobody can read.
 */
class PeerMistakesTest {

    private static final String REAL = "id INT, x DOUBLE";

    static Stream<Case> falseGreens() {
        return Stream.of(
                new Case(
                        "rows missing on one side (spark-testing-base#318)",
                        table("found", "id INT", row(1)),
                        table("expected", "id INT", row(1), row(2))),
                new Case(
                        "NaN against any number (SPARK-59514)",
                        table("found", REAL, row(1, Double.NaN)),
                        table("expected", REAL, row(1, 1.0))),
                new Case(
                        "any number against infinity (SPARK-59514)",
                        table("found", REAL, row(1, 1.0)),
                        table("expected", REAL, row(1, Double.POSITIVE_INFINITY))),
                new Case(
                        "decimals of another precision and scale (SPARK-51062, chispa#149)",
                        table("found", "x DECIMAL(10,3)", row(new BigDecimal("1.500"))),
                        table("expected", "x DECIMAL(5,2)", row(new BigDecimal("1.50")))),
                new Case(
                        "types of map keys and values (pyspark assertSchemaEqual)",
                        table("found", "m MAP<INT, STRING>"),
                        table("expected", "m MAP<STRING, STRING>")),
                new Case(
                        "other schemas of the same rows (chispa#54)",
                        table("found", "a INT", row(1)),
                        table("expected", "b INT", row(1))),
                new Case(
                        "a NULL struct against a struct of NULLs (spark-testing-base since #473)",
                        table("found", "s STRUCT<a: INT>", row((Object) null)),
                        table("expected", "s STRUCT<a: INT>", row(row((Object) null)))),
                new Case(
                        "how often a row occurs (G-Research diff without ids)",
                        table("found", "id INT", row(1), row(1), row(2)),
                        table("expected", "id INT", row(1), row(2), row(2))),
                new Case(
                        "arrays of which one is the beginning of the other (spark-testing-base zip)",
                        table("found", "a ARRAY<DOUBLE>", row(List.of(1.0))),
                        table("expected", "a ARRAY<DOUBLE>", row(List.of(1.0, 2.0)))),
                new Case(
                        "columns that only one side has (chispa)",
                        table("found", "id INT, more INT", row(1, 2)),
                        table("expected", "id INT", row(1))),
                new Case(
                        "columns that the first expected row does not name (dbt)",
                        table("found", "id INT, x INT", row(1, 3)),
                        table("expected", "id INT, x INT", row(1, null))),
                new Case(
                        "types coerced to the actual ones (SQLMesh)",
                        table("found", "id BIGINT", row(1L)),
                        table("expected", "id INT", row(1))),
                new Case(
                        "columns that were swapped (deequ)",
                        table("found", "a INT, b INT", row(1, 2)),
                        table("expected", "b INT, a INT", row(1, 2))));
    }

    static Stream<Case> falseReds() {
        return Stream.of(
                new Case(
                        "rows in another order (chispa#20)",
                        table("found", "id INT", row(2), row(1)),
                        table("expected", "id INT", row(1), row(2))),
                new Case(
                        "a float column that sorts first (spark-fast-tests#91)",
                        table("found", "x DOUBLE, id INT", row(0.2, 1), row(0.1, 2)),
                        table("expected", "x DOUBLE, id INT", row(0.1, 2), row(0.2, 1))),
                new Case(
                        "NULL and NULL (deequ joins with =)",
                        table("found", "id INT", row((Object) null)),
                        table("expected", "id INT", row((Object) null))),
                new Case(
                        "NaN and NaN (chispa#28)",
                        table("found", REAL, row(1, Double.NaN)),
                        table("expected", REAL, row(1, Double.NaN))),
                new Case(
                        "the order of maps (chispa#185)",
                        table("found", "m MAP<STRING, INT>", row(new java.util.TreeMap<>(Map.of("a", 1, "b", 2)))),
                        table(
                                "expected",
                                "m MAP<STRING, INT>",
                                row(new java.util.TreeMap<>(Map.of("a", 1, "b", 2)).descendingMap()))),
                new Case(
                        "maps, which Spark cannot compare (spark-testing-base#473)",
                        table("found", "m MAP<STRING, INT>", row(Map.of("a", 1))),
                        table("expected", "m MAP<STRING, INT>", row(Map.of("a", 1)))),
                new Case(
                        "nullability, which no row can show (spark-testing-base#236)",
                        table("found", "id INT NOT NULL", row(1)),
                        table("expected", "id INT", row(1))),
                new Case(
                        "columns in another order (spark-fast-tests#93)",
                        table("found", "a INT, b INT", row(1, 2)),
                        table("expected", "b INT, a INT", row(2, 1))),
                new Case(
                        "names that need quotes (spark-testing-base groups by unquoted names)",
                        table("found", "`a.b` INT, `c d` INT, `e``f` INT", row(1, 2, 3)),
                        table("expected", "`a.b` INT, `c d` INT, `e``f` INT", row(1, 2, 3))),
                new Case(
                        "duplicates in another order (datacompy#314)",
                        table("found", "id INT, x INT", row(1, 2), row(1, 1)),
                        table("expected", "id INT, x INT", row(1, 1), row(1, 2))));
    }

    @ParameterizedTest
    @MethodSource("falseGreens")
    void isRed(Case mistake) {
        assertThat(TableComparator.exact().compare(mistake.found(), mistake.expected()))
                .isPresent();
        assertThat(TableComparator.exact().compare(mistake.expected(), mistake.found()))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("falseReds")
    void isGreen(Case mistake) {
        assertThat(TableComparator.exact().compare(mistake.found(), mistake.expected()))
                .isEmpty();
        assertThat(TableComparator.exact().compare(mistake.expected(), mistake.found()))
                .isEmpty();
    }

    /** SPARK-54090: rows are paired one by one there, and all after a missing one are said to differ. */
    @Test
    void oneMissingRowIsOneDifference() {
        List<Row> all =
                new ArrayList<>(IntStream.range(0, 500).mapToObj(Tables::row).toList());
        Collections.shuffle(all, new java.util.Random(7));
        Row[] some = all.stream().filter(row -> row.getInt(0) != 250).toArray(Row[]::new);

        assertThat(Tables.text(TableComparator.exact()
                        .compare(table("found", "id INT", some), table("expected", "id INT", all.toArray(Row[]::new)))))
                .hasValue("""
                        found differs from expected: 1 missing
                          expected 500 rows, found 499

                            | id
                          - | 250

                          - missing""");
    }

    /** spark-testing-base#272, spark-fast-tests#143: the cell is not told apart from the others of its row. */
    @Test
    void aChangedCellIsNamed() {
        assertThat(Tables.text(TableComparator.exact()
                        .pairedBy(List.of("id"))
                        .compare(
                                table("found", "id INT, a STRING, b STRING", row(1, "x", "y")),
                                table("expected", "id INT, a STRING, b STRING", row(1, "x", "z")))))
                .hasValue("""
                        found differs from expected: 1 changed
                          expected 1 row, found 1
                          paired by id

                            | id | a | b
                          ~ | 1  | x | [z -> y]

                          ~ changed [expected -> actual]""");
    }

    /** Two tables and what is wrong with them. */
    record Case(String what, ComparedTable found, ComparedTable expected) {

        @Override
        public String toString() {
            return what;
        }
    }
}
