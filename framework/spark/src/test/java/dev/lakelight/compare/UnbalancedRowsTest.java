package dev.lakelight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.compare.plan.UnbalancedRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the rows must be like of which those are left that do not add up to 0. */
class UnbalancedRowsTest {

    private static final String POSITIVE = "array(named_struct('x', 0.0D, 'y', CAST('NaN' AS FLOAT)))";
    private static final String NEGATIVE = "array(named_struct('x', -0.0D, 'y', CAST('NaN' AS FLOAT)))";

    @RegisterExtension
    static final ComparingSession SESSION = new ComparingSession();

    @Test
    void areToldApartByTheirBytes() {
        Dataset<Row> signed = rows(POSITIVE, 1).union(rows(NEGATIVE, -1));

        assertThat(UnbalancedRows.of(signed, 1).count()).isEqualTo(2);
    }

    @Test
    void getTheBytesOfTheirEqualsFromEitherSide() {
        List<Row> differing =
                SignedUnion.differing(side(POSITIVE), side(NEGATIVE)).collectAsList();

        assertThat(differing).isEmpty();
    }

    private static Side side(String value) {
        return new Side(ComparedTable.of("t", rows(value, 1).drop("sign")), new int[] {0}, -1);
    }

    private static Dataset<Row> rows(String value, int sign) {
        return SESSION.get().sql("SELECT %s AS value, CAST(%d AS BIGINT) AS sign".formatted(value, sign));
    }
}
