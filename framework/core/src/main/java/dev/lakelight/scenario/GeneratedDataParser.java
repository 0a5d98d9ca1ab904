package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.GeneratedData;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads what rows of a given table are to be generated, if they are not written down.
 *
 * @param value the given table
 * @param table its entries
 */
record GeneratedDataParser(YamlValue value, YamlObject table) {

    private static final String GENERATE = "generate";

    /** What describes generated rows and means nothing without them. */
    private static final List<String> OF_GENERATED =
            List.of("seed", "unique", "references", "values", "ranges", "nulls");

    private static final int FIRST_SEED = 1;
    private static final int ENDS = 2;

    /** Return the rows that are written down or to be generated, one of which a given table has. */
    Optional<Source> parse(TypedRows rows) {
        boolean generates = table.has(GENERATE);

        if (generates == table.has("rows")) {
            value.reject(ScenarioMessages.eitherRowsOrGenerate());
        }

        OF_GENERATED.stream()
                .filter(key -> !generates)
                .flatMap(key -> table.entry(key).stream())
                .forEach(entry -> table.reject(entry, ScenarioMessages.needsGenerate(entry.key())));
        return generates ? Optional.of(generated()) : rows.source();
    }

    private Source generated() {
        return new GeneratedData(
                table.value(GENERATE).map(YamlValue::wholeNumber).orElse(0),
                table.value("seed").map(YamlValue::wholeNumber).orElse(FIRST_SEED),
                table.value("unique").map(TableRulesParser::someNames).orElse(List.of()),
                TableRulesParser.references(table),
                byColumn("values", GeneratedDataParser::values),
                byColumn("ranges", GeneratedDataParser::range),
                byColumn("nulls", GeneratedDataParser::share));
    }

    private <T> Map<String, T> byColumn(String key, BiFunction<String, YamlValue, T> reader) {
        Map<String, T> found = new LinkedHashMap<>();
        table.value(key)
                .map(entries -> entries.object().entries())
                .orElse(List.of())
                .forEach(entry -> found.put(entry.key(), reader.apply(entry.key(), entry.value())));
        return found;
    }

    private static List<@Nullable Object> values(String column, YamlValue value) {
        List<@Nullable Object> values = new ArrayList<>();
        value.list().forEach(each -> values.add(InlineValue.of(each)));

        if (value.isList() && values.isEmpty()) {
            value.reject(ScenarioMessages.noValues(column));
        }

        return values;
    }

    private static List<Object> range(String column, YamlValue value) {
        List<Object> ends = new ArrayList<>();
        value.list().forEach(each -> ends.add(each.text()));

        if (value.isList() && ends.size() != ENDS) {
            value.reject(ScenarioMessages.notARange(column));
        }

        return ends;
    }

    private static Double share(String column, YamlValue value) {
        if (value.raw().matches("0|1|0?\\.\\d+|1\\.0+")) {
            return Double.valueOf(value.raw());
        }

        value.reject(ScenarioMessages.notAShare(column));
        return 0.0;
    }
}
