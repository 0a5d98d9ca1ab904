package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec.Source.GeneratedData.ColumnReference;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what must be true of a table whatever its rows are. */
final class TableRulesParser {

    private final YamlObject table;

    private TableRulesParser(YamlObject table) {
        this.table = table;
    }

    static TableRules parse(YamlObject table) {
        TableRulesParser parser = new TableRulesParser(table);
        Optional<YamlObject> files = table.value("files").map(value -> value.object(Shape.EXPECTED_FILES));
        return new TableRules(
                table.value("unique").map(TableRulesParser::someNames).orElse(List.of()),
                references(table),
                table.value("expect").map(TableRulesParser::conditions).orElse(List.of()),
                table.value("properties").map(YamlValue::textsByName).orElse(Map.of()),
                parser.names("partitioned-by"),
                parser.names("clustered-by"),
                parser.names("operations"),
                files.map(of -> number(of, "count")).orElse(null),
                files.map(of -> number(of, "min-bytes")).orElse(null));
    }

    /** Read the columns that refer to others, each to a column written {@code schema.table.column}. */
    static List<ColumnReference> references(YamlObject table) {
        return table.value("references").map(value -> value.object().entries()).orElse(List.of()).stream()
                .flatMap(TableRulesParser::reference)
                .toList();
    }

    private static Stream<ColumnReference> reference(YamlObject.Entry entry) {
        String target = entry.value().string();
        int dot = target.lastIndexOf('.');
        String of = dot < 0 ? "" : target.substring(0, dot);

        if (TableNames.isQualified(of) && dot < target.length() - 1) {
            return Stream.of(new ColumnReference(entry.key(), of, target.substring(dot + 1)));
        }

        if (!target.isEmpty()) {
            entry.value().reject(ScenarioMessages.notAColumn(target));
        }

        return Stream.empty();
    }

    private static List<String> conditions(YamlValue value) {
        return value.listOrSelf().stream().map(YamlValue::string).toList();
    }

    /** Read the columns of a key. */
    static List<String> someNames(YamlValue value) {
        List<String> names = value.names();

        if (names.isEmpty()) {
            value.reject(ScenarioMessages.noColumns());
        }

        return names;
    }

    private @Nullable List<String> names(String key) {
        return table.value(key).map(YamlValue::names).orElse(null);
    }

    private static @Nullable Long number(YamlObject files, String key) {
        return files.value(key).map(value -> (long) value.wholeNumber()).orElse(null);
    }
}
