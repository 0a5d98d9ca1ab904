package dev.lakelight.compare;

import static dev.lakelight.compare.Tables.row;
import static dev.lakelight.compare.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AttachedRowsTest {

    @Test
    void areAsManyAsAFileTakes() {
        Row[] many = IntStream.range(0, 1_500).mapToObj(Tables::row).toArray(Row[]::new);

        TableDifference difference = difference("id INT", many, new Row[] {row(-1)});

        assertThat(difference.rows()).hasSize(20);
        assertThat(difference.attached()).hasSize(1_000);
        assertThat(difference.attached().get(999))
                .isEqualTo(new RowDifference(Kind.UNEXPECTED, null, List.of("-1"), 1));
        assertThat(difference.total()).isEqualTo(1_501);
    }

    @Test
    void areInFull() {
        String text = "x".repeat(500);

        TableDifference difference = difference("text STRING", new Row[] {row(text)}, new Row[] {});

        assertThat(difference.rows().get(0).expected().get(0)).hasSizeLessThan(120);
        assertThat(difference.attached())
                .containsExactly(new RowDifference(Kind.MISSING, Arrays.asList(text), null, 1));
    }

    @Test
    void endWhereTheyWouldBeTooLong() {
        String text = "x".repeat(400_000);

        TableDifference difference =
                difference("text STRING", new Row[] {row(text + 1), row(text + 2), row(text + 3)}, new Row[] {});

        assertThat(difference.rows()).hasSize(3);
        assertThat(difference.attached()).hasSize(2);
    }

    private static TableDifference difference(String schema, Row[] expected, Row[] actual) {
        return TableComparator.exact()
                .compare(table("found", schema, actual), table("expected", schema, expected))
                .orElseThrow()
                .difference();
    }
}
