package dev.lakelight.scenario;

import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the Spark settings of a configuration, {@code time} and {@code seed} among them. */
final class FrozenSettings {

    private static final String TIME = "spark.lakelight.time";
    private static final String SEED = "spark.lakelight.seed";

    private FrozenSettings() {}

    static Map<String, String> parse(YamlObject configuration) {
        Map<String, String> settings = new LinkedHashMap<>(
                configuration.value("spark").map(YamlValue::textsByName).orElse(Map.of()));
        configuration.value("time").map(FrozenSettings::time).ifPresent(time -> settings.put(TIME, time));
        configuration.value("seed").map(YamlValue::wholeNumber).ifPresent(seed -> settings.put(SEED, seed.toString()));
        return settings;
    }

    private static String time(YamlValue value) {
        String text = value.string();

        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeParseException noTime) {
            if (!text.isEmpty()) {
                value.reject(ScenarioMessages.badTime(text));
            }
        }

        return text;
    }
}
