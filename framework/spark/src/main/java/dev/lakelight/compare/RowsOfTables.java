package dev.lakelight.compare;

import dev.lakelight.result.TableDifference;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/** Compares the rows of two tables whose schemas agree. */
record RowsOfTables(ComparedTable actual, ComparedTable expected, ComparisonRules rules) {

    Optional<Mismatch> compare(ComparedColumns columns) {
        StructType schema = columns.schema();
        CellText text = new CellText(actual.zone());
        CellRules cells = rules.cells().of(schema, rules.key());
        RowKey key = rules.key().isEmpty() ? null : RowKey.of(rules.key(), schema, text);
        RowMatching matching = new RowMatching(columns.expectedSide(), columns.actualSide(), cells);
        RowComparison comparison = new RowComparison(matching, key);
        Differences found = rules.isOrdered() ? comparison.ordered() : comparison.unordered();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(difference(found, new ShownRows(schema, text, cells)), comparison.notes()));
    }

    private TableDifference difference(Differences found, ShownRows shown) {
        return new TableDifference(
                actual.name(),
                expected.name(),
                List.of(),
                shown.columns(),
                rules.key(),
                shown.of(found),
                shown.attached(found),
                found.missingTotal(),
                found.unexpectedTotal(),
                found.changedTotal(),
                null);
    }
}
