package dev.lakelight.compare;

import static dev.lakelight.compare.Tables.actual;
import static dev.lakelight.compare.Tables.expected;
import static dev.lakelight.compare.Tables.row;
import static dev.lakelight.compare.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DifferenceTextTest {

    private static final String CUSTOMERS = "customer_id INT, name STRING, city STRING";

    private final TableComparator exact = TableComparator.exact();

    @Test
    void showsMissingAndUnexpectedRows() {
        ComparedTable actual = actual(CUSTOMERS, row(1, "Ann", "Oslo"), row(2, "Rob", null), row(4, "Dan", ""));
        ComparedTable expected = expected(
                CUSTOMERS, row(1, "Ann", "Oslo"), row(2, "Bob", null), row(3, "NULL", "Rome"), row(3, "NULL", "Rome"));

        assertThat(text(exact.compare(actual, expected))).hasValue("""
                        silver.customers differs from expected/customers.csv: 3 missing, 2 unexpected
                          expected 4 rows, found 3

                               | customer_id | name   | city
                          -    | 2           | Bob    | NULL
                          - 2x | 3           | "NULL" | Rome
                          +    | 2           | Rob    | NULL
                          +    | 4           | Dan    | ""

                          - missing   + unexpected""");
    }

    @Test
    void showsChangedCellsOfRowsThatAreKeyed() {
        ComparedTable actual = actual(CUSTOMERS, row(2, "Rob", "Rome"), row(1, "Ann", "Oslo"), row(4, "Dan", ""));
        ComparedTable expected =
                expected(CUSTOMERS, row(1, "Ann", "Oslo"), row(2, "Bob", null), row(3, "Carla", "Rome"));

        assertThat(text(exact.pairedBy(List.of("customer_id")).compare(actual, expected)))
                .hasValue("""
                        silver.customers differs from expected/customers.csv: 1 missing, 1 unexpected, 1 changed
                          expected 3 rows, found 3
                          paired by customer_id

                            | customer_id | name         | city
                          - | 3           | Carla        | Rome
                          + | 4           | Dan          | ""
                          ~ | 2           | [Bob -> Rob] | [NULL -> Rome]

                          - missing   + unexpected   ~ changed [expected -> actual]""");
    }

    @Test
    void pairsByTheValueOfEveryKeyColumnNullIncluded() {
        ComparedTable actual = actual("a INT, b STRING, v INT", row(1, null, 1), row(1, "x", 2), row(null, "x", 3));
        ComparedTable expected = expected("a INT, b STRING, v INT", row(1, null, 5), row(1, "x", 2), row(null, "x", 4));

        assertThat(text(exact.pairedBy(List.of("b", "a")).compare(actual, expected)))
                .hasValue("""
                        silver.customers differs from expected/customers.csv: 2 changed
                          expected 3 rows, found 3
                          paired by b, a

                            | a    | b    | v
                          ~ | NULL | x    | [4 -> 3]
                          ~ | 1    | NULL | [5 -> 1]

                          ~ changed [expected -> actual]""");
    }

    @Test
    void saysWhichFoundKeysAreNotUnique() {
        ComparedTable actual = actual(CUSTOMERS, row(1, "Ann", "Oslo"), row(1, "Ann", "Rome"), row(2, "Bob", "Bonn"));
        ComparedTable expected = expected(CUSTOMERS, row(1, "Ann", "Oslo"), row(2, "Bob", "Bonn"));

        assertThat(text(exact.pairedBy(List.of("customer_id")).compare(actual, expected)))
                .hasValue("""
                        silver.customers differs from expected/customers.csv: 1 unexpected
                          expected 2 rows, found 3
                          paired by customer_id
                          the key is not unique in silver.customers: customer_id = 1 in 2 rows

                            | customer_id | name | city
                          + | 1           | Ann  | Rome

                          + unexpected""");
    }

    @Test
    void refusesAKeyThatDoesNotTellExpectedRowsApart() {
        ComparedTable same = expected(CUSTOMERS, row(1, "Ann", "Oslo"), row(1, "Ann", "Rome"), row(2, "Bob", "Bonn"));

        assertThatThrownBy(() -> exact.pairedBy(List.of("customer_id", "name")).compare(same, same))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "expected/customers.csv has several rows of one key, customer_id = 1 and name = Ann in 2 rows."
                                + " A key must tell the expected rows apart; add a column to it.");
    }

    @Test
    void refusesAKeyThatIsNoColumn() {
        ComparedTable same = expected(CUSTOMERS);

        assertThatThrownBy(() -> exact.pairedBy(List.of("custmer_id")).compare(same, same))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no column 'custmer_id' to pair rows by, the columns are customer_id, name, city."
                        + " Perhaps you mean 'customer_id'.");
    }

    @Test
    void showsTwentyRowsAtMostAndOfEachKindItsShare() {
        Row[] many = IntStream.range(0, 1000).mapToObj(i -> row(i)).toArray(Row[]::new);

        String text = text(exact.compare(actual("id INT", many), expected("id INT", row(-1))))
                .orElseThrow();

        assertThat(text)
                .startsWith("silver.customers differs from expected/customers.csv: 1 missing, 1000 unexpected\n")
                .contains("\n  - | -1\n  + | 0\n  + | 1\n")
                .contains("\n  + | 18\n\n")
                .endsWith("\n  - missing   + unexpected;  20 of 1001 shown");
    }

    @Test
    void showsNestedValuesTimesAndNumbersInFull() {
        String ddl =
                "d DECIMAL(6,3), t TIMESTAMP, day DATE, b BINARY, s STRUCT<a: INT, n: STRING>, m MAP<STRING, ARRAY<DOUBLE>>";
        Row row = row(
                new BigDecimal("1.500"),
                Instant.parse("2011-12-09T10:00:00.5Z"),
                LocalDate.of(2011, 12, 9),
                new byte[] {31, -117},
                row(null, "x\"y"),
                Map.of("b", Arrays.asList(1.5, null), "a", List.of()));

        assertThat(text(exact.compare(actual(ddl, row), expected(ddl)))).hasValue("""
                        silver.customers differs from expected/customers.csv: 1 unexpected
                          expected 0 rows, found 1

                            | d     | t                      | day        | b    | s                        | m
                          + | 1.500 | 2011-12-09 10:00:00.5Z | 2011-12-09 | 1F8B | {"a": null, "n": "x\\"y"} | {"a": [], "b": [1.5, null]}

                          + unexpected""");
    }

    @Test
    void showsWhatCannotBeSeen() {
        ComparedTable actual =
                actual("v STRING", row("a\n\tb"), row(" a"), row("\u200ba"), row("\"a\""), row("50% | \\n"));

        assertThat(text(exact.compare(actual, expected("v STRING"))).orElseThrow())
                .contains("""
                            | v
                          + | " a"
                          + | "\\"a\\""
                          + | 50% | \\n
                          + | "a\\n\\tb"
                          + | "\\u200ba"
                        """);
    }

    @Test
    void escapesLettersThatOnlyLookTheSame() {
        ComparedTable actual = actual("id INT, v STRING", row(1, "Jose\u0301"));
        ComparedTable expected = expected("id INT, v STRING", row(1, "Jos\u00e9"));

        assertThat(text(exact.pairedBy(List.of("id")).compare(actual, expected)).orElseThrow())
                .contains("  ~ | 1  | [\"Jos\\u00e9\" -> \"Jose\\u0301\"]\n");
    }

    @Test
    void shortensLongCellsByTheirMiddleAndSaysTheirLength() {
        String longText = "a".repeat(100) + "b".repeat(1000) + "c".repeat(100);

        assertThat(text(exact.compare(actual("v STRING", row(longText)), expected("v STRING")))
                        .orElseThrow())
                .contains("  + | " + "a".repeat(40) + "...(1200 characters)..." + "c".repeat(40) + "\n");
    }

    @Test
    void shortensChangedCellsToWhereTheyDiffer() {
        String left = "a".repeat(500) + "left" + "b".repeat(500);
        String right = "a".repeat(500) + "right" + "b".repeat(500);

        assertThat(text(exact.pairedBy(List.of("id"))
                                .compare(
                                        actual("id INT, v STRING", row(1, right)),
                                        expected("id INT, v STRING", row(1, left))))
                        .orElseThrow())
                .contains("[..." + "a".repeat(20) + "left" + "b".repeat(56) + "... (1004 characters) -> ..."
                        + "a".repeat(20) + "right" + "b".repeat(55) + "... (1005 characters)]");
    }

    @Test
    void saysWhereTheOrderDiffers() {
        ComparedTable actual = actual("id INT", row(1), row(3), row(2), row(4));
        ComparedTable expected = expected("id INT", row(1), row(2), row(3), row(4));

        assertThat(exact.compare(actual, expected)).isEmpty();
        assertThat(text(exact.inOrder().compare(actual, expected))).hasValue("""
                        silver.customers differs from expected/customers.csv: 2 changed
                          compared in order, the first difference is at row 2

                            | id
                          ~ | [2 -> 3]
                          ~ | [3 -> 2]

                          ~ changed [expected -> actual]""");
    }

    @Test
    void tellsMissingRowsBeforeTheOrderTheyWouldShift() {
        ComparedTable actual = actual("id INT", row(2), row(3), row(4));
        ComparedTable expected = expected("id INT", row(1), row(2), row(3), row(4));

        assertThat(text(exact.inOrder().compare(actual, expected))).hasValue("""
                        silver.customers differs from expected/customers.csv: 1 missing
                          expected 4 rows, found 3

                            | id
                          - | 1

                          - missing""");
    }

    @Test
    void showsDifferentSchemasAsATree() {
        ComparedTable actual =
                actual("id BIGINT, nam STRING, amount DECIMAL(12,2), address STRUCT<street: STRING, zip: INT, x: INT>,"
                        + " tags ARRAY<INT>, m MAP<STRING, STRUCT<a: INT>>, same ARRAY<STRING>");
        ComparedTable expected = expected(
                "id BIGINT NOT NULL, name STRING, amount DECIMAL(10,2), address STRUCT<street: STRING, zip: STRING>,"
                        + " tags ARRAY<STRING>, m MAP<STRING, STRUCT<a: INT, b: INT>>, same ARRAY<STRING>");

        assertThat(text(exact.compare(actual, expected))).hasValue("""
                        silver.customers has another schema than expected/customers.csv

                            id: BIGINT
                          - name: STRING
                          ~ amount: DECIMAL(10,2) -> DECIMAL(12,2)
                            address: STRUCT
                              street: STRING
                          ~   zip: STRING -> INT
                          +   x: INT
                            tags: ARRAY
                          ~   element: STRING -> INT
                            m: MAP
                              key: STRING
                              value: STRUCT
                                a: INT
                          -     b: INT
                            same: ARRAY<STRING>
                          + nam: STRING

                          - missing   + unexpected   ~ expected -> actual""");
    }

    @Test
    void leavesOutMostOfLongRunsOfEqualColumns() {
        String equal = IntStream.range(0, 50).mapToObj(i -> "c" + i + " INT, ").reduce("", String::concat);

        assertThat(text(exact.compare(actual(equal + "x INT"), expected(equal + "x BIGINT"))))
                .hasValue("""
                        silver.customers has another schema than expected/customers.csv

                            c0: INT
                            c1: INT
                            c2: INT
                            ... and 47 more that agree
                          ~ x: BIGINT -> INT

                          - missing   + unexpected   ~ expected -> actual""");
    }

    @Test
    void takesTheOrderOfFieldsInAStructForPartOfItsType() {
        ComparedTable actual = actual("s STRUCT<b: INT, a: INT>");
        ComparedTable expected = expected("s STRUCT<a: INT, b: INT>");

        assertThat(text(exact.compare(actual, expected)).orElseThrow())
                .contains("  ~ s: STRUCT<a: INT, b: INT> -> STRUCT<b: INT, a: INT>\n");
    }

    @Test
    void leavesColumnsWithoutAChangeOutOfWideTables() {
        String ddl = "a INT, b INT, c INT, d INT, e INT, f INT, g INT, h INT, i INT";
        ComparedTable actual = actual(ddl, row(1, 2, 3, 4, 5, 6, 7, 8, 9));
        ComparedTable expected = expected(ddl, row(1, 2, 3, 4, 5, 0, 7, 8, 9));

        assertThat(text(exact.pairedBy(List.of("b")).compare(actual, expected)).orElseThrow())
                .endsWith("    | b | f\n  ~ | 2 | [0 -> 6]\n\n"
                        + "  ~ changed [expected -> actual];  7 columns without a change are left out");
    }

    @Test
    void escapesNamesOfColumns() {
        assertThat(text(exact.compare(actual("`a\nb` INT", row(1)), expected("`a\nb` INT")))
                        .orElseThrow())
                .contains("    | \"a\\nb\"\n  + | 1\n");
    }
}
