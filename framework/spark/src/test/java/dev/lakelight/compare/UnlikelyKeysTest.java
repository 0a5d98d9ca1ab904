package dev.lakelight.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.compare.plan.RowHash;
import dev.lakelight.problem.UserError;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are paired by columns of types that few would choose: in memory, in Spark, and as a dataset. */
class UnlikelyKeysTest {

    private static final TableComparator BY_KEY = TableComparator.exact().pairedBy(List.of("k"));

    @RegisterExtension
    static final ComparingSession SESSION = new ComparingSession();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            variant             | parse_json('{"a": 1, "b": [2]}')           | parse_json('{"b":[2],"a":1}')
            map                 | map('x', 1, 'y', 2)                        | map('y', 2, 'x', 1)
            maps in an array    | array(map(1, 0.0D, 2, null))               | array(map(2, null, 1, -0.0D))
            day to second       | INTERVAL '1 02:00:00' DAY TO SECOND        | INTERVAL '1 02:00:00' DAY TO SECOND
            year to month       | INTERVAL '1-2' YEAR TO MONTH               | INTERVAL '1-2' YEAR TO MONTH
            calendar interval   | make_interval(1, 2, 3, 4, 5, 6, 7.5)       | make_interval(1, 2, 3, 4, 5, 6, 7.5)
            struct with nulls   | named_struct('a', CAST(NULL AS INT), 'b', 1) | named_struct('a', CAST(NULL AS INT), 'b', 1)
            null                | CAST(NULL AS STRING)                       | CAST(NULL AS STRING)
            collated text       | 'a' COLLATE UTF8_LCASE                     | 'a' COLLATE UTF8_LCASE
            signed zeroes       | named_struct('x', 0.0D)                    | named_struct('x', -0.0D)
            no number           | float('NaN')                               | float('NaN')
            bytes               | X'00'                                      | X'00'
            large decimal       | CAST(1.5 AS DECIMAL(38,10))                | CAST(1.5 AS DECIMAL(38,10))
            time without a zone | TIMESTAMP_NTZ'1500-01-01 00:00:00'         | TIMESTAMP_NTZ'1500-01-01 00:00:00'
            """)
    void belongTogether(String type, String left, String right) {
        Dataset<Row> expected = row(left, 1);
        Dataset<Row> actual = row(right, 2);

        assertThat(Tables.text(BY_KEY.compare(
                                ComparedTable.of("found", actual), ComparedTable.of("expected", expected)))
                        .orElseThrow())
                .contains("found differs from expected: 1 changed\n");
        assertThat(inSpark(expected, actual).changed()).hasSize(1);
        assertThat(kinds(expected, actual)).containsExactly("CHANGED");
        assertThat(inSpark(expected, row(right, 1)).changed()).isEmpty();
        assertThat(kinds(expected, row(right, 1))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            variant of another number | parse_json('1')               | parse_json('1.0E0')
            null and struct of nulls  | named_struct('a', CAST(NULL AS INT)) | CAST(NULL AS STRUCT<a: INT>)
            text of another case      | 'a' COLLATE UTF8_LCASE        | 'A' COLLATE UTF8_LCASE
            empty map and null        | CAST(map() AS MAP<INT, INT>)  | CAST(NULL AS MAP<INT, INT>)
            """)
    void areApart(String type, String left, String right) {
        Dataset<Row> expected = row(left, 1);
        Dataset<Row> actual = row(right, 1);

        assertThat(Tables.text(BY_KEY.compare(
                                ComparedTable.of("found", actual), ComparedTable.of("expected", expected)))
                        .orElseThrow())
                .contains("found differs from expected: 1 missing, 1 unexpected\n");
        assertThat(inSpark(expected, actual).changed()).isEmpty();
        assertThat(inSpark(expected, actual).missing()).hasSize(1);
        assertThat(kinds(expected, actual)).containsExactlyInAnyOrder("MISSING", "UNEXPECTED");
    }

    @Test
    void mayHaveDotsBesideAStruct() {
        Dataset<Row> expected = sql("SELECT 1 AS `a.b`, named_struct('b', 2) AS a");
        Dataset<Row> actual = sql("SELECT 1 AS `a.b`, named_struct('b', 3) AS a");
        TableComparator byDot = TableComparator.exact().pairedBy(List.of("a.b"));

        assertThat(Tables.text(byDot.compare(ComparedTable.of("found", actual), ComparedTable.of("expected", expected)))
                        .orElseThrow())
                .contains("1 changed\n", "paired by a.b");
        assertThat(byDot.differences(ComparedTable.of("found", actual), ComparedTable.of("expected", expected))
                        .selectExpr("kind", "key.`a.b`", "changed")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[CHANGED,1,ArraySeq(a)]]");
    }

    @Test
    void areRefusedWhereSeveralColumnsHaveTheirName() {
        ComparedTable twice = ComparedTable.of("found", sql("SELECT 1 AS k, 2 AS k"));

        assertThatThrownBy(() -> BY_KEY.compare(twice, twice))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "2 columns are called 'k', so that rows cannot be paired by it. Rename all but one of them, or"
                                + " name other columns.");
    }

    @Test
    void doNotMakeDecimalsOfAnotherScaleEqual() {
        ComparedTable whole = ComparedTable.of("found", row("CAST(1 AS DECIMAL(38,0))", 1));
        ComparedTable parts = ComparedTable.of("expected", row("CAST(1 AS DECIMAL(38,10))", 1));

        assertThat(Tables.text(BY_KEY.compare(whole, parts)).orElseThrow()).contains("DECIMAL(38,0)");
        assertThat(Tables.text(BY_KEY.takingWiderTypes().compare(whole, parts)).orElseThrow())
                .contains("DECIMAL(38,0)");
    }

    private static Differences inSpark(Dataset<Row> expected, Dataset<Row> actual) {
        Side left = side(expected);
        RowKey key = RowKey.of(List.of("k"), left.schema(), new CellText(ZoneOffset.UTC));
        return KeyPairs.of(SparkMatch.of(left, side(actual), key, RowHash.WITHOUT_SIGN), key);
    }

    private static List<String> kinds(Dataset<Row> expected, Dataset<Row> actual) {
        return BY_KEY
                .differences(ComparedTable.of("found", actual), ComparedTable.of("expected", expected))
                .select("kind")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static Side side(Dataset<Row> rows) {
        return new Side(ComparedTable.of("t", rows), IntStream.range(0, 2).toArray(), -1);
    }

    private static Dataset<Row> row(String key, int value) {
        return sql("SELECT %s AS k, %d AS value".formatted(key, value));
    }

    private static Dataset<Row> sql(String query) {
        return SESSION.get().sql(query);
    }
}
