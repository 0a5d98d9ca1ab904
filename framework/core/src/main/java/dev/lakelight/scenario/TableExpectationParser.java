package dev.lakelight.scenario;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.scenario.RowsExpectation.RowOrder;
import dev.lakelight.scenario.TableExpectation.Presence;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.List;

/** Reads what one table must look like. */
final class TableExpectationParser {

    /** What describes rows and means nothing without them. */
    private static final List<String> OF_ROWS = List.of("key", "ordered", "compare");

    /** What can be expected of a table. */
    private static final List<String> EXPECTED = Shape.EXPECTED_TABLE.keys().stream()
            .filter(key -> !OF_ROWS.contains(key))
            .toList();

    private final String table;
    private final SourceLocation source;

    TableExpectationParser(String table, SourceLocation source) {
        this.table = table;
        this.source = source;
    }

    TableExpectation absent() {
        return new TableExpectation(table, Presence.ABSENT, null, null, null, null, TableRules.NONE, source);
    }

    /** Read the name of a file of rows. */
    TableExpectation rowsOnly(YamlValue file) {
        RowsExpectation rows = SourceParser.file(file).map(RowsExpectation::of).orElse(null);
        return new TableExpectation(table, Presence.PRESENT, rows, null, null, null, TableRules.NONE, source);
    }

    TableExpectation detailed(YamlValue value) {
        YamlObject details = value.object(Shape.EXPECTED_TABLE);
        check(value, details);
        TypedRows rows = TypedRows.parse(details);
        List<String> key = key(details, rows.columns());
        ComparisonSpec comparison = ComparisonParser.parse(details);
        return new TableExpectation(
                table,
                Presence.PRESENT,
                rows.source()
                        .map(from -> new RowsExpectation(from, key, order(details), comparison))
                        .orElse(null),
                rows.schema(),
                details.value("count").map(count -> (long) count.wholeNumber()).orElse(null),
                details.value("commits").map(YamlValue::wholeNumber).orElse(null),
                TableRulesParser.parse(details),
                source);
    }

    private static void check(YamlValue value, YamlObject details) {
        if (EXPECTED.stream().noneMatch(details::has)) {
            value.reject(ScenarioMessages.nothingExpected(EXPECTED));
        }

        OF_ROWS.stream()
                .filter(key -> !details.has("rows"))
                .flatMap(key -> details.entry(key).stream())
                .forEach(entry -> details.reject(entry, ScenarioMessages.needsRows(entry.key())));
    }

    private static RowOrder order(YamlObject details) {
        boolean ordered = details.value("ordered").map(YamlValue::yesOrNo).orElse(false);
        return ordered ? RowOrder.AS_GIVEN : RowOrder.ANY;
    }

    private static List<String> key(YamlObject details, List<String> columns) {
        List<YamlValue> key = details.value("key").map(YamlValue::listOrSelf).orElse(List.of());
        key.forEach(column -> checkColumn(column, columns));
        return key.stream().map(YamlValue::name).toList();
    }

    private static void checkColumn(YamlValue column, List<String> columns) {
        boolean known = columns.stream().anyMatch(column.raw()::equalsIgnoreCase);

        if (!columns.isEmpty() && !known) {
            column.reject(ScenarioMessages.unknownColumn(column.raw(), columns));
        }
    }
}
