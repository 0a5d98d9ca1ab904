package dev.lakelight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.compare.plan.RowColumns;
import dev.lakelight.compare.plan.RowHash;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is compared in Spark because of its size, and what of it comes to the driver. */
class SparkMatchTest {

    private static final int NOTHING_IS_HELD = -1;
    private static final int MANY = 1000;
    private static final String MEGABYTE = "repeat(IF(id < 0, '', 'x'), 1048576)";

    /** A column of each kind, from its number; the first kind is that of column 245. */
    private static final List<String> WIDE = List.of(
            "id + %1$d AS n%1$d",
            "string(id) AS n%1$d",
            "CAST(id AS DOUBLE) / 7 AS n%1$d",
            "named_struct('a', id, 'm', map('k', id, 'l', %1$d)) AS n%1$d",
            "IF(id = 5, NULL, array(date_add(DATE'1500-01-01', int(id)))) AS n%1$d");

    @RegisterExtension
    static final ComparingSession SESSION = new ComparingSession();

    private static SparkSession spark;

    @BeforeAll
    static void takeSession() {
        spark = SESSION.get();
    }

    @Test
    void doesNotRelyOnHashes() {
        Dataset<Row> expected = spark.sql("SELECT id, repeat('x', 1000) AS text FROM range(0, 50)");
        Dataset<Row> actual = spark.sql("SELECT id, repeat('x', 1000) AS text FROM range(1, 51)");

        MultisetMatch match =
                SparkMatch.of(side(expected, NOTHING_IS_HELD), side(actual, NOTHING_IS_HELD), null, row -> 7);

        assertThat(ids(match.missing())).containsExactly(0L);
        assertThat(ids(match.unexpected())).containsExactly(50L);
    }

    @Test
    void countsOneRowThatOccursVeryOften() {
        MultisetMatch match = match("SELECT 1L AS id FROM range(1000000)", "SELECT 1L AS id FROM range(999998)");

        assertThat(match.missing().rows()).containsExactly(new CountedRow(List.of(1L), 2));
        assertThat(match.unexpected().total()).isZero();
    }

    @Test
    void comparesHundredsOfColumns() {
        String columns = IntStream.range(0, 300)
                .mapToObj(i -> "id * %d AS c%d".formatted(i, i))
                .collect(Collectors.joining(", "));
        String table = "SELECT %s FROM range(20)".formatted(columns);

        MultisetMatch match = match(table, table.replace("id * 299", "IF(id = 3, 1, id * 299)"));

        assertThat(match.missing().rows()).hasSize(1);
        assertThat(match.unexpected().rows().get(0).values().get(1)).isEqualTo(3L);
    }

    @Test
    void comparesManyColumnsOfAnyType() {
        String columns = IntStream.range(0, 250)
                .mapToObj(i -> WIDE.get(i % WIDE.size()).formatted(i))
                .collect(Collectors.joining(", "));
        Dataset<Row> expected = spark.sql("SELECT %s FROM range(20)".formatted(columns));
        Dataset<Row> same =
                spark.sql("SELECT %s FROM range(20)".formatted(columns)).repartition(3);
        Dataset<Row> other =
                spark.sql("SELECT %s FROM range(20)".formatted(columns.replace("id + 245", "IF(id = 3, 1, id + 245)")));

        for (int limit : new int[] {NOTHING_IS_HELD, MANY}) {
            MultisetMatch equal = MultisetMatch.of(side(expected, limit), side(same, limit), null);
            MultisetMatch changed = MultisetMatch.of(side(expected, limit), side(other, limit), null);

            assertThat(equal.isEqual()).isTrue();
            assertThat(changed.missing().rows()).hasSize(1);
            assertThat(changed.missing().rows().get(0).values().get(245)).isEqualTo(248L);
            assertThat(changed.unexpected().rows()).hasSize(1);
            assertThat(changed.unexpected().rows().get(0).values().get(245)).isEqualTo(1L);
        }
    }

    @Test
    void countsRowsWithoutColumns() {
        Dataset<Row> rows = spark.range(5).toDF().select();

        assertThat(SparkMatch.of(side(rows, NOTHING_IS_HELD), side(rows.limit(3), NOTHING_IS_HELD), null)
                        .missing()
                        .total())
                .isEqualTo(2);
    }

    @Test
    void bringsNoMoreOfLargeRowsThanFitsOnTheDriver() {
        String rows = "SELECT id, CAST(%s AS STRING) AS text FROM range(60)".formatted(MEGABYTE);

        MultisetMatch all = match(rows, rows.replace("'x'", "'y'"));

        assertThat(all.missing().total()).isEqualTo(60);
        assertThat(all.unexpected().total()).isEqualTo(60);
        assertThat(all.isCut()).isTrue();
        assertThat(all.missing().rows().size() + all.unexpected().rows().size()).isBetween(20, 32);

        MultisetMatch one = match(rows, rows.replace("'x'", "IF(id = 7, 'y', 'x')"));

        assertThat(ids(one.missing())).containsExactly(7L);
        assertThat(ids(one.unexpected())).containsExactly(7L);
        assertThat(one.isCut()).isFalse();
    }

    @Test
    void holdsWhatIsFewAndSmall() {
        assertThat(held("SELECT id FROM range(1000)")).isTrue();
        assertThat(held("SELECT id FROM range(1001)")).isFalse();
        assertThat(held("SELECT CAST(id AS STRING) AS text FROM range(1000)")).isTrue();
        assertThat(held("SELECT CAST(id AS STRING) AS text FROM range(1001)")).isFalse();
        assertThat(held("SELECT %s AS text FROM range(40)".formatted(MEGABYTE))).isFalse();
        assertThat(held("SELECT named_struct('v', parse_json('[1]'), 'm', map(1, X'00')) AS s FROM range(40)"))
                .isTrue();
    }

    @Test
    void tellsTheSizesOfSidesOfWhichOneIsHeld() {
        MultisetMatch match = MultisetMatch.of(
                side(spark.range(3).toDF(), MANY), side(spark.range(1, 5000).toDF(), MANY), null);

        assertThat(match.sizes()).hasToString("expected 3 rows, found 4999");
        assertThat(ids(match.missing())).containsExactly(0L);
        assertThat(match.unexpected().total()).isEqualTo(4997);
    }

    @Test
    void takesAllThatIsNoNumberForEqual() {
        Dataset<Row> one = reals(Double.NaN, 0.0, Double.longBitsToDouble(0xfff8000000000123L));
        Dataset<Row> other = reals(Double.longBitsToDouble(0x7ff8000000000001L), -0.0, Double.NaN);

        assertThat(SparkMatch.of(side(one, NOTHING_IS_HELD), side(other, NOTHING_IS_HELD), null)
                        .isEqual())
                .isTrue();
        assertThat(MultisetMatch.of(side(one, MANY), side(other, MANY), null).isEqual())
                .isTrue();
    }

    @Test
    void shufflesOnceAndAggregatesNothing() {
        Dataset<Row> rows = spark.range(10).selectExpr("id", "CAST(id AS DOUBLE) AS x");
        Dataset<Row> differing = SignedUnion.differing(side(rows, NOTHING_IS_HELD), side(rows, NOTHING_IS_HELD));

        assertThat(plan(differing))
                .containsOnlyOnce("Exchange ")
                .containsOnlyOnce("RowBlocks")
                .doesNotContain("Aggregate");
    }

    @Test
    void shufflesOnlyTheLargeRowsThatItBringsInTheEnd() {
        Dataset<Row> rows = spark.range(1000).selectExpr("id", "CAST(id AS DOUBLE) AS x");
        Side none = side(rows.limit(0), NOTHING_IS_HELD);
        DifferingRows differing = new PackedDifferences(
                SignedUnion.of(side(rows, NOTHING_IS_HELD), none), none.schema(), null, RowHash.WITHOUT_SIGN);
        Row first = differing.all().orderBy(RowColumns.PLACE).first();

        Dataset<Row> one = differing.ofHashes(Set.of(first.<Long>getAs(RowColumns.HASH)));

        assertThat(plan(one))
                .containsOnlyOnce("Exchange ")
                .doesNotContain("Filter")
                .contains("RowBlocks OfHashes");
        assertThat(one.collectAsList()).containsExactly(first);
    }

    @Test
    void findsRowsOfOneSideByTheHashesOfTheOther() {
        Dataset<Row> rows = spark.range(10).selectExpr("id", "CAST(id AS DOUBLE) AS x");
        Dataset<Row> twice = rows.union(rows);
        DifferingRows differing = new PackedDifferences(
                SignedUnion.of(side(rows, NOTHING_IS_HELD), side(twice, NOTHING_IS_HELD)),
                side(rows, NOTHING_IS_HELD).schema(),
                null,
                RowHash.WITHOUT_SIGN);

        Row any = differing.all().first();

        assertThat(any.<Long>getAs(RowColumns.SIGN)).isEqualTo(-1);
        assertThat(differing.ofHashes(Set.of(any.<Long>getAs(RowColumns.HASH))).collectAsList())
                .containsExactly(any);
    }

    @Test
    void leavesTheSettingsOfTheSessionAloneAndCachesNothing() {
        Object before = spark.conf().getAll();

        String columns = IntStream.range(0, 200).mapToObj(i -> "id AS c" + i).collect(Collectors.joining(", "));
        match("SELECT %s FROM range(2)".formatted(columns), "SELECT %s FROM range(3)".formatted(columns));

        assertThat((Object) spark.conf().getAll()).isEqualTo(before);
        assertThat(((org.apache.spark.sql.classic.SparkSession) spark)
                        .sharedState()
                        .cacheManager()
                        .isEmpty())
                .isTrue();
    }

    private static String plan(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .executedPlan()
                .toString();
    }

    private static Dataset<Row> reals(Double... values) {
        return spark.createDataFrame(
                        List.of(values).stream().map(RowFactory::create).toList(),
                        new StructType().add("x", DataTypes.DoubleType))
                .repartition(2);
    }

    private static MultisetMatch match(String expected, String actual) {
        return SparkMatch.of(
                side(spark.sql(expected), NOTHING_IS_HELD), side(spark.sql(actual), NOTHING_IS_HELD), null);
    }

    private static boolean held(String rows) {
        return side(spark.sql(rows), MANY).isHeld();
    }

    private static Side side(Dataset<Row> rows, int limit) {
        int[] positions = IntStream.range(0, rows.columns().length).toArray();
        return new Side(ComparedTable.of("t", rows), positions, limit);
    }

    private static List<Object> ids(RowBag rows) {
        return rows.rows().stream().map(row -> row.values().get(0)).toList();
    }
}
