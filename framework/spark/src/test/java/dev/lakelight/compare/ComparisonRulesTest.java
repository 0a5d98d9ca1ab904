package dev.lakelight.compare;

import static dev.lakelight.compare.Tables.row;
import static dev.lakelight.compare.Tables.table;
import static dev.lakelight.compare.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import dev.lakelight.table.SchemaText;
import dev.lakelight.table.TableReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonRulesTest {

    private static final TableComparator EXACT = TableComparator.exact();
    private static final Tolerance CENT = Tolerance.absolute("0.01");

    @Nested
    class OfColumns {

        @Test
        void ignoreSomeWhereverTheyAre() {
            ComparedTable found = table("found", "id INT, loaded TIMESTAMP", row(1, Instant.EPOCH));

            TableComparator comparator = EXACT.ignoringColumns("loaded");

            assertThat(comparator.compare(found, table("expected", "id INT", row(1))))
                    .isEmpty();
            assertThat(comparator.compare(found, table("expected", "loaded DATE, id INT", row(null, 1))))
                    .isEmpty();
            assertThat(comparator.compare(found, table("expected", "id INT", row(2))))
                    .isPresent();
            assertThat(EXACT.compare(found, table("expected", "id INT", row(1))))
                    .isPresent();
        }

        @Test
        void compareSomeOnly() {
            TableComparator comparator = EXACT.onlyColumns("b");

            assertThat(comparator.compare(
                            table("found", "a INT, b INT", row(1, 2)), table("expected", "b INT, c INT", row(2, 3))))
                    .isEmpty();
            assertThat(comparator.compare(
                            table("found", "a INT, b INT", row(1, 2)), table("expected", "b INT, c INT", row(1, 3))))
                    .isPresent();
        }

        @Test
        void leaveOutWhatNobodyExpects() {
            ComparedTable found = table("found", "a INT, b INT", row(1, 2));

            assertThat(EXACT.partial().compare(found, table("expected", "b INT", row(2))))
                    .isEmpty();
            assertThat(EXACT.partial().compare(found, table("expected", "b INT", row(1))))
                    .isPresent();
            assertThat(EXACT.partial().compare(found, table("expected", "b INT, c INT", row(2, 1))))
                    .isPresent();
        }

        @Test
        void mustHoldTheKeyToo() {
            ComparedTable found = table("found", "id INT, b INT", row(1, 2));

            assertThatThrownBy(() ->
                            EXACT.partial().pairedBy(List.of("id")).compare(found, table("expected", "b INT", row(2))))
                    .isInstanceOf(UserError.class)
                    .hasMessage("There is no column 'id' to pair rows by, the columns are b.");
            assertThatThrownBy(() ->
                            EXACT.ignoringColumns("id").pairedBy(List.of("id")).compare(found, found))
                    .isInstanceOf(UserError.class)
                    .hasMessage("There is no column 'id' to pair rows by, the columns are b.");
        }

        @Test
        void mustExist() {
            assertThatThrownBy(() -> EXACT.ignoringColumns("loadd")
                            .compare(table("found", "id INT, load INT"), table("expected", "id INT")))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "There is no column 'loadd' to ignore, the columns are id, load. Perhaps you mean 'load'.");
            assertThatThrownBy(() -> EXACT.withTolerance("x", CENT)
                            .compare(table("found", "id INT", row(1)), table("expected", "id INT", row(1))))
                    .isInstanceOf(UserError.class)
                    .hasMessage("There is no column 'x' to compare by a rule of its own, the columns are id.");
        }
    }

    @Nested
    class OfTypes {

        @Test
        void takeWiderOnes() {
            ComparedTable found = table(
                    "found",
                    "a BIGINT, b DECIMAL(10,3), c DOUBLE, d TIMESTAMP_NTZ",
                    row(
                            1L,
                            new BigDecimal("1.500"),
                            1.5,
                            LocalDate.of(2011, 12, 9).atStartOfDay()));
            ComparedTable expected = table(
                    "expected",
                    "a INT, b DECIMAL(5,2), c FLOAT, d DATE",
                    row(1, new BigDecimal("1.50"), 1.5f, LocalDate.of(2011, 12, 9)));

            assertThat(EXACT.takingWiderTypes().compare(found, expected)).isEmpty();
            assertThat(EXACT.takingWiderTypes().compare(expected, found)).isEmpty();
            assertThat(EXACT.compare(found, expected)).isPresent();
        }

        @Test
        void doNotTakeOnesThatLose() {
            assertThat(EXACT.takingWiderTypes().compare(table("found", "a BIGINT"), table("expected", "a DOUBLE")))
                    .isPresent();
            assertThat(EXACT.takingWiderTypes().compare(table("found", "a STRING"), table("expected", "a INT")))
                    .isPresent();
            assertThat(EXACT.takingWiderTypes()
                            .compare(table("found", "a BIGINT", row(2L)), table("expected", "a INT", row(1))))
                    .isPresent();
        }
    }

    @Nested
    class OfTolerance {

        private static final String AMOUNTS = "id INT, x DOUBLE";

        @Test
        void holdAtTheBoundAndNotBeyond() {
            ComparedTable expected = table("expected", AMOUNTS, row(1, 1.0));

            assertThat(EXACT.withTolerance(CENT).compare(table("found", AMOUNTS, row(1, 1.01)), expected))
                    .isEmpty();
            assertThat(EXACT.withTolerance(CENT).compare(table("found", AMOUNTS, row(1, 1.0101)), expected))
                    .isPresent();
            assertThat(EXACT.withTolerance(CENT).compare(table("found", AMOUNTS, row(2, 1.0)), expected))
                    .isPresent();
            assertThat(EXACT.withTolerance(Tolerance.relative("0.1"))
                            .compare(table("found", AMOUNTS, row(1, 1.1)), expected))
                    .isEmpty();
            assertThat(EXACT.withTolerance(Tolerance.relative("0.1"))
                            .compare(table("found", AMOUNTS, row(1, 1.2)), expected))
                    .isPresent();
        }

        /** SPARK-59514, spark-fast-tests 35fe28b: there anything is near NaN and infinity. */
        @Test
        void areNotForWhatIsNoNumber() {
            for (Object far : new Object[] {Double.NaN, Double.POSITIVE_INFINITY, null}) {
                assertThat(EXACT.withTolerance(CENT)
                                .compare(table("found", AMOUNTS, row(1, far)), table("expected", AMOUNTS, row(1, 1.0))))
                        .isPresent();
                assertThat(EXACT.withTolerance(CENT)
                                .compare(table("found", AMOUNTS, row(1, 1.0)), table("expected", AMOUNTS, row(1, far))))
                        .isPresent();
                assertThat(EXACT.withTolerance(CENT)
                                .compare(table("found", AMOUNTS, row(1, far)), table("expected", AMOUNTS, row(1, far))))
                        .isEmpty();
            }
        }

        /** chispa#38, spark-fast-tests#91: rows are sorted by their floats there, and then paired one by one. */
        @Test
        void pairRowsSoThatNoneStaysAlone() {
            Tolerance wide = Tolerance.absolute("0.06");

            assertThat(EXACT.withTolerance(wide)
                            .compare(
                                    table("found", "x DOUBLE, y DOUBLE", row(1.0, 5.0), row(0.95, 1.0)),
                                    table("expected", "x DOUBLE, y DOUBLE", row(0.97, 5.0), row(1.0, 1.0))))
                    .isEmpty();
            assertThat(EXACT.withTolerance(wide)
                            .compare(
                                    table("found", "x DOUBLE", row(1.0), row(0.95)),
                                    table("expected", "x DOUBLE", row(1.0), row(1.05))))
                    .isEmpty();
        }

        /** spark-testing-base looks into no Scala sequence but List, chispa into none at all. */
        @Test
        void reachNestedNumbersAndNoKeysOfMaps() {
            String type = "v STRUCT<a: ARRAY<DOUBLE>, m: MAP<STRING, DOUBLE>>";

            assertThat(EXACT.withTolerance(CENT)
                            .compare(
                                    table("found", type, row(row(List.of(1.0), Map.of("k", 2.0)))),
                                    table("expected", type, row(row(List.of(1.001), Map.of("k", 2.001))))))
                    .isEmpty();
            assertThat(EXACT.withTolerance(CENT)
                            .compare(
                                    table("found", type, row(row(List.of(1.0), Map.of("k", 2.0)))),
                                    table("expected", type, row(row(List.of(1.0, 1.0), Map.of("k", 2.0))))))
                    .isPresent();
            assertThat(EXACT.withTolerance(CENT)
                            .compare(
                                    table("found", type, row(row(List.of(), Map.of("k", 2.0)))),
                                    table("expected", type, row(row(List.of(), Map.of("j", 2.0))))))
                    .isPresent();
        }

        @Test
        void leaveWholeNumbersExactUnlessTheirColumnIsNamed() {
            ComparedTable found = table("found", "id INT, n INT", row(100, 100));
            ComparedTable expected = table("expected", "id INT, n INT", row(100, 101));

            assertThat(EXACT.withTolerance(Tolerance.relative("0.1")).compare(found, expected))
                    .isPresent();
            assertThat(EXACT.withTolerance("n", Tolerance.relative("0.1")).compare(found, expected))
                    .isEmpty();
        }

        @Test
        void showTheCellsOnlyThatAreTooFar() {
            ComparedTable found = table("found", "id INT, x DOUBLE, y DOUBLE", row(1, 1.001, 3.0));
            ComparedTable expected = table("expected", "id INT, x DOUBLE, y DOUBLE", row(1, 1.0, 2.0));

            assertThat(text(EXACT.pairedBy(List.of("id")).withTolerance(CENT).compare(found, expected)))
                    .hasValue("""
                            found differs from expected: 1 changed
                              expected 1 row, found 1
                              paired by id

                                | id | x     | y
                              ~ | 1  | 1.001 | [2.0 -> 3.0]

                              ~ changed [expected -> actual]""");
        }

        @Test
        void areRefusedWhereTheyMakeNoSense() {
            assertThatThrownBy(() -> Tolerance.absolute("1 cent"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("A tolerance is '1 cent'. Write a number such as 0.01.");
            assertThatThrownBy(() -> Tolerance.relative("-0.1"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("A tolerance is 0 absolute and -0.1 relative. Neither may be negative.");
            assertThatThrownBy(() -> EXACT.withTolerance("s", CENT)
                            .compare(table("found", "s STRING", row("a")), table("expected", "s STRING", row("a"))))
                    .isInstanceOf(UserError.class)
                    .hasMessage("Column 's' has a tolerance, but its type STRING has no numbers.");
            assertThatThrownBy(() -> EXACT.pairedBy(List.of("id"))
                            .withTolerance("id", CENT)
                            .compare(table("found", "id INT", row(1)), table("expected", "id INT", row(1))))
                    .isInstanceOf(UserError.class)
                    .hasMessage("Column 'id' is part of the key, so it must be equal."
                            + " Take it out of the key, or leave its rule out.");
        }

        @Test
        void holdInOrderToo() {
            TableComparator ordered = EXACT.inOrder().withTolerance(CENT);
            ComparedTable expected = table("expected", "x DOUBLE", row(1.0), row(2.0));

            assertThat(ordered.compare(table("found", "x DOUBLE", row(1.001), row(2.001)), expected))
                    .isEmpty();
            assertThat(ordered.compare(table("found", "x DOUBLE", row(2.001), row(1.001)), expected))
                    .isPresent();
        }
    }

    @Nested
    class OfYourOwn {

        @Test
        void decideForAColumnOrAType() {
            ComparedTable found = table("found", "a STRING, b STRING", row("X", "Y"));
            ComparedTable expected = table("expected", "a STRING, b STRING", row("x", "Y"));

            assertThat(EXACT.comparing("a", ComparisonRulesTest::sameLetters).compare(found, expected))
                    .isEmpty();
            assertThat(EXACT.comparing("b", ComparisonRulesTest::sameLetters).compare(found, expected))
                    .isPresent();
            assertThat(EXACT.comparing(DataTypes.StringType, ComparisonRulesTest::sameLetters)
                            .compare(found, expected))
                    .isEmpty();
        }
    }

    @Nested
    class OfPlaceholders {

        private static final String SCHEMA = "id STRING, n INT, at TIMESTAMP, code STRING";

        @Test
        void standForWhatNobodyKnowsBefore() {
            Row made = row(UUID.randomUUID().toString(), 5, Instant.now(), "A17");

            assertThat(compare(made, row("<uuid>", "<any>", "<timestamp within 5m>", "<regex A\\d+>")))
                    .isTrue();
            assertThat(compare(row("a", null, null, "A17"), row("<not null>", "<any>", "<any>", "<any>")))
                    .isTrue();
            assertThat(compare(row("<any>", 1, null, "x"), row("<text <any>>", 1, null, "x")))
                    .isTrue();
        }

        @Test
        void stillHaveConditions() {
            Row made = row(UUID.randomUUID().toString(), 5, Instant.now().minusSeconds(600), "A17");

            assertThat(compare(made, row("<regex \\d+>", 5, "<any>", "A17"))).isFalse();
            assertThat(compare(made, row("<any>", 5, "<timestamp within 5m>", "A17")))
                    .isFalse();
            assertThat(compare(row("no", 5, null, "A17"), row("<uuid>", 5, null, "A17")))
                    .isFalse();
            assertThat(compare(row(null, 5, null, "A17"), row("<not null>", 5, null, "A17")))
                    .isFalse();
            assertThat(compare(made, row("<any>", 6, "<any>", "A17"))).isFalse();
        }

        @Test
        void standForWholeColumnsAndNoValuesWithinThem() {
            String nested = "s STRUCT<a: STRING, n: INT>, list ARRAY<INT>";
            Row made = row(row("a", 1), List.of(1, 2));

            assertThat(compare(nested, made, row("<not null>", "<any>"))).isTrue();
            assertThat(compare(nested, made, row(row("<any>", 1), List.of(1, 2))))
                    .as("text within a column is that text")
                    .isFalse();
            assertThatThrownBy(() -> compare(nested, made, row(row("a", 1), List.of(1, "<any>"))))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("column list[1]: found '<any>', but INT takes a whole number");
        }

        @Test
        void areTextUnlessTheyAreAskedFor() {
            ComparedTable found = table("found", "s STRING", row("a"));

            assertThat(EXACT.compare(found, table("expected", "s STRING", row("<any>"))))
                    .isPresent();
        }

        @Test
        void mustBeRightThemselves() {
            assertThatThrownBy(() -> compare(row("a", 1, null, "b"), row("<regex (>", 1, null, "b")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("column id: <regex (> is no regular expression: Unclosed group");
        }

        private static boolean compare(Row found, Row expected) {
            return compare(SCHEMA, found, expected);
        }

        private static boolean compare(String schema, Row found, Row expected) {
            return EXACT.withPlaceholders()
                    .compare(
                            table("found", schema, found),
                            ComparedTable.of(
                                    "expected",
                                    TableReader.in(ZoneOffset.UTC)
                                            .withPlaceholders()
                                            .read(List.of(expected), SchemaText.read(schema), "An expected row")))
                    .isEmpty();
        }
    }

    private static boolean sameLetters(Object expected, Object actual) {
        return String.valueOf(expected).equalsIgnoreCase(String.valueOf(actual));
    }
}
