package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration named by a test; which configurations there are is known only when all files are read.
 *
 * @param name the value that names it
 * @param given the seeds of the test
 */
record ConfigurationUse(YamlValue name, List<SeedSpec> given) {

    /** Read the {@code configuration} or {@code configurations} of a mapping; empty when it has none. */
    static List<YamlValue> names(YamlObject owner) {
        Optional<YamlValue> one = owner.value("configuration");
        Optional<YamlValue> many = owner.value("configurations");

        if (one.isPresent() && many.isPresent()) {
            many.get().reject(ScenarioMessages.oneOrMany());
        }

        List<YamlValue> names = new ArrayList<>();
        one.ifPresent(names::add);
        many.ifPresent(list -> names.addAll(several(list)));
        rejectRepeated(names);
        return names;
    }

    private static List<YamlValue> several(YamlValue value) {
        List<YamlValue> names = value.list();

        if (value.isList() && names.isEmpty()) {
            value.reject(ScenarioMessages.noConfigurations());
        }

        return names;
    }

    private static void rejectRepeated(List<YamlValue> names) {
        List<String> seen = new ArrayList<>();

        for (YamlValue name : names) {
            String text = name.name();

            if (seen.contains(text)) {
                name.reject(ScenarioMessages.repeatedConfiguration(text));
            }

            seen.add(text);
        }
    }

    static List<ConfigurationUse> of(List<YamlValue> names, List<SeedSpec> given) {
        return names.stream().map(name -> new ConfigurationUse(name, given)).toList();
    }
}
