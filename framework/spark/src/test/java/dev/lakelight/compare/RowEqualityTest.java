package dev.lakelight.compare;

import static dev.lakelight.compare.Tables.actual;
import static dev.lakelight.compare.Tables.expected;
import static dev.lakelight.compare.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scala.jdk.javaapi.CollectionConverters;

class RowEqualityTest {

    private static final String NESTED = "s STRUCT<a: INT, b: STRUCT<c: DOUBLE>>";

    static Stream<Arguments> equalValues() {
        return Stream.of(
                Arguments.of("NULL and NULL", "INT", null, null),
                Arguments.of("NaN and NaN", "DOUBLE", Double.NaN, 0.0 / 0.0),
                Arguments.of("0.0 and -0.0", "DOUBLE", 0.0, -0.0),
                Arguments.of("0.0 and -0.0 of FLOAT", "FLOAT", 0.0f, -0.0f),
                Arguments.of("NaN in an array", "ARRAY<DOUBLE>", List.of(Double.NaN), List.of(Double.NaN)),
                Arguments.of("-0.0 in a struct", "STRUCT<a: DOUBLE>", row(0.0), row(-0.0)),
                Arguments.of("decimals", "DECIMAL(10,2)", new BigDecimal("1.50"), new BigDecimal("1.50")),
                Arguments.of("binary", "BINARY", new byte[] {1, 2}, new byte[] {1, 2}),
                Arguments.of("binary in a struct", "STRUCT<a: BINARY>", row((Object) new byte[] {1}), row((Object)
                        new byte[] {1})),
                Arguments.of("DATE of either API", "DATE", LocalDate.of(2011, 12, 9), Date.valueOf("2011-12-09")),
                Arguments.of(
                        "TIMESTAMP of either API",
                        "TIMESTAMP",
                        Instant.parse("2011-12-09T10:00:00.123456Z"),
                        Timestamp.from(Instant.parse("2011-12-09T10:00:00.123456Z"))),
                Arguments.of(
                        "arrays of either language",
                        "ARRAY<INT>",
                        Arrays.asList(1, null),
                        CollectionConverters.asScala(Arrays.asList(1, null)).toSeq()),
                Arguments.of(
                        "maps of either language and any order",
                        "MAP<STRING, INT>",
                        Map.of("a", 1, "b", 2),
                        CollectionConverters.asScala(Map.of("b", 2, "a", 1))),
                Arguments.of("NULL in a map", "MAP<STRING, INT>", nullIn("a"), nullIn("a")));
    }

    static Stream<Arguments> differentValues() {
        return Stream.of(
                Arguments.of("NaN and 1", "DOUBLE", Double.NaN, 1.0),
                Arguments.of("1 and infinity", "DOUBLE", 1.0, Double.POSITIVE_INFINITY),
                Arguments.of("NaN and NULL", "DOUBLE", Double.NaN, null),
                Arguments.of("the empty text and NULL", "STRING", "", null),
                Arguments.of("the text NULL and NULL", "STRING", "NULL", null),
                Arguments.of("letter case", "STRING", "a", "A"),
                Arguments.of("trailing blanks", "STRING", "a", "a "),
                Arguments.of("neighbouring doubles", "DOUBLE", 0.1 + 0.2, 0.3),
                Arguments.of("a NULL struct and a struct of NULLs", "STRUCT<a: INT, b: INT>", null, row(null, null)),
                Arguments.of("an empty array and NULL", "ARRAY<INT>", List.of(), null),
                Arguments.of(
                        "an array with NULL and an empty one", "ARRAY<INT>", Arrays.asList((Object) null), List.of()),
                Arguments.of("order in an array", "ARRAY<INT>", List.of(1, 2), List.of(2, 1)),
                Arguments.of("length of an array", "ARRAY<INT>", List.of(1), List.of(1, 2)),
                Arguments.of("a NULL in a map and no entry", "MAP<STRING, INT>", nullIn("a"), Map.of()),
                Arguments.of(
                        "deep in a map", "MAP<STRING, ARRAY<INT>>", Map.of("a", List.of(1)), Map.of("a", List.of(2))),
                Arguments.of("bytes", "BINARY", new byte[] {1}, new byte[] {1, 0}),
                Arguments.of(
                        "a microsecond",
                        "TIMESTAMP_NTZ",
                        LocalDateTime.parse("2011-12-09T10:00:00"),
                        LocalDateTime.parse("2011-12-09T10:00:00.000001")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("equalValues")
    void finds(String what, String type, Object left, Object right) {
        assertThat(compare(type, left, right)).as("%s are equal", what).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differentValues")
    void tellsApart(String what, String type, Object left, Object right) {
        assertThat(compare(type, left, right)).as("%s differ", what).isPresent();
        assertThat(compare(type, right, left)).as("%s differ", what).isPresent();
    }

    @Test
    void countsDuplicates() {
        ComparedTable two = actual("id INT", row(1), row(1), row(2));

        assertThat(TableComparator.exact().compare(two, expected("id INT", row(1), row(2), row(1))))
                .isEmpty();
        assertThat(TableComparator.exact().compare(two, expected("id INT", row(1), row(2), row(2))))
                .isPresent();
        assertThat(TableComparator.exact().compare(two, expected("id INT", row(1), row(2))))
                .isPresent();
        assertThat(TableComparator.exact().compare(actual("id INT", row(1), row(2)), two))
                .isPresent();
    }

    @Test
    void doesNotPairByOrder() {
        ComparedTable shuffled = actual("x DOUBLE, id INT", row(Double.NaN, 2), row(0.1, 1), row(null, 3));

        assertThat(TableComparator.exact()
                        .compare(shuffled, expected("x DOUBLE, id INT", row(null, 3), row(Double.NaN, 2), row(0.1, 1))))
                .isEmpty();
    }

    @Test
    void matchesColumnsByName() {
        ComparedTable swapped = actual("name STRING, id INT", row("a", 1));

        assertThat(TableComparator.exact().compare(swapped, expected("id INT, name STRING", row(1, "a"))))
                .isEmpty();
        assertThat(TableComparator.exact().compare(swapped, expected("id INT, name STRING", row(2, "a"))))
                .isPresent();
    }

    @Test
    void matchesColumnsOfOneNameInTheirOrder() {
        ComparedTable joined = actual("id INT, id INT, `a.b` STRING, `c``d` STRING", row(1, 2, "x", "y"));

        assertThat(TableComparator.exact()
                        .compare(joined, expected("id INT, id INT, `c``d` STRING, `a.b` STRING", row(1, 2, "y", "x"))))
                .isEmpty();
        assertThat(TableComparator.exact()
                        .compare(joined, expected("id INT, id INT, `c``d` STRING, `a.b` STRING", row(2, 1, "y", "x"))))
                .isPresent();
    }

    @Test
    void comparesEmptyTables() {
        assertThat(TableComparator.exact().compare(actual(NESTED), expected(NESTED)))
                .isEmpty();
        assertThat(TableComparator.exact().compare(actual(NESTED, row((Object) null)), expected(NESTED)))
                .isPresent();
    }

    private static java.util.Optional<Mismatch> compare(String type, Object actual, Object expected) {
        return TableComparator.exact().compare(actual("v " + type, row(actual)), expected("v " + type, row(expected)));
    }

    private static Map<String, Integer> nullIn(String key) {
        Map<String, Integer> map = new HashMap<>();
        map.put(key, null);
        return map;
    }
}
