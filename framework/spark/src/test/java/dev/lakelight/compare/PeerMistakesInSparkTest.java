package dev.lakelight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.compare.PeerMistakesTest.Case;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@link PeerMistakesTest}, compared as tables are that do not fit in memory. */
class PeerMistakesInSparkTest {

    @RegisterExtension
    static final ComparingSession SESSION = new ComparingSession();

    private static SparkSession spark;

    @BeforeAll
    static void takeSession() {
        spark = SESSION.get();
    }

    @ParameterizedTest
    @MethodSource("dev.lakelight.compare.PeerMistakesTest#falseGreens")
    void isRed(Case mistake) {
        assertThat(areEqual(mistake.found(), mistake.expected())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.lakelight.compare.PeerMistakesTest#falseReds")
    void isGreen(Case mistake) {
        assertThat(areEqual(mistake.found(), mistake.expected())).isTrue();
    }

    private static boolean areEqual(ComparedTable found, ComparedTable expected) {
        ComparedColumns columns = ComparedColumns.of(inSpark(found), inSpark(expected), ComparisonRules.EXACT);
        return columns.schemaTree().isEmpty()
                && SparkMatch.of(columns.expectedSide(), columns.actualSide(), null)
                        .isEqual();
    }

    private static ComparedTable inSpark(ComparedTable table) {
        return ComparedTable.of(table.name(), table.dataset(spark).repartition(2));
    }
}
