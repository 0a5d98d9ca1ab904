package dev.lakelight.compare;

import static dev.lakelight.compare.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SparkComparisonTest {

    /** Of every kind that needs care, with columns of the same name, dots and backticks. */
    private static final String COLUMNS = "id, d, f, m, s, v, t, b, c, c AS id, c AS `a.b`, c AS `c``d`";

    private static final String ROWS = "SELECT id, d, f, m, s, parse_json(v) AS v, t, b, c FROM VALUES"
            + " (1, 0.0D, float('NaN'), map('x', 1, 'y', null), named_struct('a', null, 'n', map(1, array(0.0D))),"
            + " '{\"x\": 1}', timestamp'2011-12-09 10:00:00.123456', X'1F8B', 'a' COLLATE UTF8_LCASE),"
            + " (2, -1.5D, 1.5F, null, null, null, null, null, null),"
            + " (2, -1.5D, 1.5F, null, null, null, null, null, null) AS t(id, d, f, m, s, v, t, b, c)";

    @RegisterExtension
    static final ComparingSession SESSION = new ComparingSession();

    private static SparkSession spark;

    @BeforeAll
    static void takeSession() {
        spark = SESSION.get();
    }

    @Test
    void findsEqualWhatSparkFindsEqualInMemoryAndDistributed() {
        Dataset<Row> left = dataset(ROWS);
        Dataset<Row> right =
                dataset(ROWS.replace("(1, 0.0D", "(1, -0.0D").replace("'x', 1, 'y', null", "'y', null, 'x', 1"));

        for (Holding holding : Holding.values()) {
            MultisetMatch match = holding.match(left, right);

            assertThat(match.isEqual()).as(holding.name()).isTrue();
        }
    }

    @Test
    void findsTheSameDifferencesInMemoryAndDistributed() {
        Dataset<Row> left = dataset(ROWS);

        for (String[] change : List.of(
                new String[] {"'x', 1", "'x', 2"},
                new String[] {"array(0.0D)", "array(0.0D, null)"},
                new String[] {"named_struct('a', null, 'n', map(1, array(0.0D)))", "null"},
                new String[] {"{\"x\": 1}", "{\"x\": 2}"},
                new String[] {"00.123456", "00.123457"},
                new String[] {"1F8B", "1F8C"},
                new String[] {"'a' COLLATE", "'A' COLLATE"})) {
            assertDifference(left, dataset(ROWS.replace(change[0], change[1])), change[1]);
        }
    }

    /** As on clusters that were not started with Lakelight's extensions. */
    @Test
    void findsTheSameDifferencesInAnySessionOfSpark() {
        Dataset<Row> left = dataset(ROWS);
        Dataset<Row> right = dataset(ROWS.replace("(1, 0.0D", "(1, -0.0D").replace("(2, -1.5D", "(2, 1.5D"));
        Side expected = side(left, 1);
        Side actual = side(right, 1);
        Dataset<Row> signed = SignedUnion.of(expected, actual);

        MultisetMatch found = SparkMatch.of(new PlainDifferences(signed, expected.schema(), null), expected, actual);
        MultisetMatch wanted = Holding.NEITHER.match(left, right);

        assertThat(found.missing().rows()).hasSize(1).isEqualTo(wanted.missing().rows());
        assertThat(found.unexpected().rows())
                .hasSize(1)
                .isEqualTo(wanted.unexpected().rows());
        assertThat(found.missing().total()).isEqualTo(2);
    }

    private static void assertDifference(Dataset<Row> expected, Dataset<Row> actual, String change) {
        for (Holding holding : Holding.values()) {
            MultisetMatch match = holding.match(expected, actual);

            assertThat(match.missing().rows()).as("%s %s", holding, change).hasSize(1);
            assertThat(match.missing().rows().get(0).values().get(0)).isEqualTo(1);
            assertThat(match.unexpected().rows()).as("%s %s", holding, change).hasSize(1);
        }
    }

    @Test
    void countsDuplicatesDistributed() {
        MultisetMatch match = Holding.NEITHER.match(
                spark.sql("SELECT id FROM VALUES 1, 1, 1, 2, 3, 3 AS t(id)"),
                spark.sql("SELECT id FROM VALUES 1, 2, 2, 2, 3, 3 AS t(id)"));

        assertThat(match.missing().rows()).containsExactly(new CountedRow(List.of(1), 2));
        assertThat(match.unexpected().rows()).containsExactly(new CountedRow(List.of(2), 2));
        assertThat(match.missing().total()).isEqualTo(2);
        assertThat(match.unexpected().total()).isEqualTo(2);
    }

    @Test
    void tellsTotalsOfDifferencesThatDoNotFitInMemory() {
        long rows = MultisetMatch.MOST_KEPT + 10;

        MultisetMatch match = Holding.NEITHER.match(
                spark.range(rows).toDF(), spark.range(rows, 2 * rows + 5).toDF());

        assertThat(match.missing().total()).isEqualTo(rows);
        assertThat(match.unexpected().total()).isEqualTo(rows + 5);
        assertThat(match.isCut()).isTrue();
    }

    @Test
    void comparesLargeTablesWithOneShuffle() {
        Dataset<Row> expected = spark.range(0, 120_000, 1, 4).selectExpr("id", "id % 7 AS v");
        Dataset<Row> actual = spark.range(0, 120_000, 1, 4).selectExpr("IF(id = 777, 5, id % 7) AS v", "id");

        assertThat(text(TableComparator.exact()
                        .pairedBy(List.of("id"))
                        .compare(ComparedTable.of("gold.t", actual), ComparedTable.of("expected.t", expected))))
                .hasValue("""
                        gold.t differs from expected.t: 1 changed
                          paired by id

                            | id  | v
                          ~ | 777 | [0 -> 5]

                          ~ changed [expected -> actual]""");
    }

    @Test
    void comparesTheOrderOfSortedDatasets() {
        ComparedTable ascending =
                ComparedTable.of("a", spark.sql("SELECT id FROM VALUES 1, 2, 3 AS t(id) ORDER BY id"));
        ComparedTable descending =
                ComparedTable.of("b", spark.sql("SELECT id FROM VALUES 1, 2, 3 AS t(id) ORDER BY id DESC"));

        assertThat(TableComparator.exact().inOrder().compare(ascending, ascending))
                .isEmpty();
        assertThat(TableComparator.exact().compare(ascending, descending)).isEmpty();
        assertThat(TableComparator.exact().inOrder().compare(ascending, descending))
                .isPresent();
    }

    private static Dataset<Row> dataset(String rows) {
        return spark.sql("SELECT %s FROM (%s)".formatted(COLUMNS, rows));
    }

    private static Side side(Dataset<Row> rows, int limit) {
        int[] positions = IntStream.range(0, rows.columns().length).toArray();
        return new Side(ComparedTable.of("t", rows), positions, limit);
    }

    /** Which sides fit in memory. */
    private enum Holding {
        BOTH(100, 100),
        EXPECTED(100, 1),
        ACTUAL(1, 100),
        NEITHER(1, 1);

        private final int expected;
        private final int actual;

        Holding(int expected, int actual) {
            this.expected = expected;
            this.actual = actual;
        }

        MultisetMatch match(Dataset<Row> left, Dataset<Row> right) {
            return MultisetMatch.of(side(left, expected), side(right, actual), null);
        }
    }
}
