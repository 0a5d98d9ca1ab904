package dev.lakelight.scenario;

import dev.lakelight.scenario.ComparisonSpec.Option;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how rows are compared. */
final class ComparisonParser {

    private static final Pattern TOLERANCE = Pattern.compile("\\d+(?:\\.\\d+)?%?");

    private ComparisonParser() {}

    static ComparisonSpec parse(YamlObject table) {
        return table.value("compare")
                .map(value -> parseRules(value.object(Shape.COMPARE)))
                .orElse(ComparisonSpec.EXACT);
    }

    private static ComparisonSpec parseRules(YamlObject rules) {
        return new ComparisonSpec(
                names(rules, "only"),
                names(rules, "ignore"),
                options(rules),
                rules.value("tolerance").map(ComparisonParser::tolerance).orElse(null),
                tolerances(rules));
    }

    private static List<String> names(YamlObject rules, String key) {
        return rules.value(key).map(YamlValue::listOrSelf).orElse(List.of()).stream()
                .map(YamlValue::name)
                .toList();
    }

    private static Set<Option> options(YamlObject rules) {
        Map<String, Option> keys = Map.of(
                "partial", Option.PARTIAL, "wider-types", Option.WIDER_TYPES, "placeholders", Option.PLACEHOLDERS);
        Set<Option> options = EnumSet.noneOf(Option.class);
        keys.forEach(
                (key, option) -> rules.value(key).filter(YamlValue::yesOrNo).ifPresent(yes -> options.add(option)));
        return options;
    }

    private static Map<String, String> tolerances(YamlObject rules) {
        Map<String, String> tolerances = new LinkedHashMap<>();
        rules.value("tolerances")
                .map(value -> value.object().entries())
                .orElse(List.of())
                .forEach(entry -> tolerances.put(entry.key(), tolerance(entry.value())));
        return tolerances;
    }

    private static String tolerance(YamlValue value) {
        String text = value.text();

        if (!TOLERANCE.matcher(text).matches()) {
            value.reject(ScenarioMessages.badTolerance(text));
        }

        return text;
    }
}
