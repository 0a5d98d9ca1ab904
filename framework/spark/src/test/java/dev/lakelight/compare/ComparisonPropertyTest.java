package dev.lakelight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.table.TableRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** In memory; {@link ComparisonInSparkPropertyTest} has what needs a cluster. */
class ComparisonPropertyTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aTableEqualsItselfShuffled(@ForAll("tables") TableRows table, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(table.rows());
        Collections.shuffle(shuffled, random);

        assertThat(compare(new TableRows(table.schema(), shuffled), table).isEqual())
                .isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aRepeatedRowIsFoundAndNamed(@ForAll("tables") TableRows table, @ForAll Random random) {
        List<Row> rows = new ArrayList<>(table.rows());
        rows.add((Row) ArbitraryTables.value(table.schema(), random));
        List<Row> more = new ArrayList<>(rows);
        Row repeated = rows.get(random.nextInt(rows.size()));
        more.add(random.nextInt(more.size()), repeated);

        MultisetMatch match = compare(new TableRows(table.schema(), more), new TableRows(table.schema(), rows));

        assertThat(match.unexpected().rows()).containsExactly(counted(table, repeated));
        assertThat(match.missing().total()).isZero();
        MultisetMatch back = compare(new TableRows(table.schema(), rows), new TableRows(table.schema(), more));
        assertThat(back.missing().rows()).containsExactly(counted(table, repeated));
        assertThat(back.unexpected().total()).isZero();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aChangedValueIsFoundAndNamed(@ForAll("tables") TableRows table, @ForAll Random random) {
        List<Row> rows = new ArrayList<>(table.rows());
        rows.add((Row) ArbitraryTables.value(table.schema(), random));
        int at = random.nextInt(rows.size());
        Row before = rows.get(at);
        Row after = changed(before, table, random);
        List<Row> found = new ArrayList<>(rows);
        found.set(at, after);

        MultisetMatch match = compare(new TableRows(table.schema(), found), new TableRows(table.schema(), rows));

        if (counted(table, before).equals(counted(table, after))) {
            assertThat(match.isEqual()).isTrue();
        } else {
            assertThat(match.missing().rows()).containsExactly(counted(table, before));
            assertThat(match.unexpected().rows()).containsExactly(counted(table, after));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aDifferenceAppliedToOneTableGivesTheOther(@ForAll("tables") TableRows expected, @ForAll Random random) {
        TableRows actual = ArbitraryTables.like(expected, random);

        MultisetMatch match = compare(actual, expected);

        RowBag patched = RowBag.of(side(actual).rows());
        match.unexpected().rows().forEach(row -> takeAll(patched, row));
        match.missing().rows().forEach(row -> patched.add(row.values(), row.count()));
        assertThat(patched.rows()).isEqualTo(RowBag.of(side(expected).rows()).rows());
    }

    @Provide
    Arbitrary<TableRows> tables() {
        return ArbitraryTables.all();
    }

    private static Row changed(Row row, TableRows table, Random random) {
        Object[] values = IntStream.range(0, row.length()).mapToObj(row::get).toArray();
        int column = random.nextInt(values.length);
        values[column] = values[column] == null || random.nextBoolean()
                ? ArbitraryTables.value(table.schema().apply(column).dataType(), random)
                : null;
        return RowFactory.create(values);
    }

    private static void takeAll(RowBag bag, CountedRow row) {
        for (long i = 0; i < row.count(); i++) {
            assertThat(bag.take(row.values())).isTrue();
        }
    }

    private static CountedRow counted(TableRows table, Row row) {
        return new CountedRow(CanonicalRow.of(table.schema()).of(row), 1);
    }

    private static MultisetMatch compare(TableRows actual, TableRows expected) {
        return MultisetMatch.of(side(expected), side(actual), null);
    }

    private static Side side(TableRows rows) {
        return new Side(
                ComparedTable.of("t", rows),
                IntStream.range(0, rows.schema().size()).toArray());
    }
}
