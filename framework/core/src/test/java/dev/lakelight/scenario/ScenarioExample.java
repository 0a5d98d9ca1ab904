package dev.lakelight.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A scenario file that the reader accepts or refuses.
 *
 * @param structural whether the JSON Schema refuses it as well
 * @param message the whole message, in which FILE stands for the file; empty for an accepted one
 */
record ScenarioExample(String name, String yaml, boolean structural, String message) {

    static Stream<ScenarioExample> accepted() {
        return load("accepted-examples.yml");
    }

    static Stream<ScenarioExample> refused() {
        return load("refused-examples.yml");
    }

    static ScenarioExample accepted(String name) {
        return accepted()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<ScenarioExample> load(String resource) {
        try (InputStream in = ScenarioExample.class.getResourceAsStream(resource)) {
            Object examples = new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(in));
            return ((List<?>) examples).stream().map(example -> of((Map<?, ?>) example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScenarioExample of(Map<?, ?> example) {
        return new ScenarioExample(
                (String) example.get("name"),
                (String) example.get("yaml"),
                Boolean.TRUE.equals(example.get("structural")),
                (String) Objects.requireNonNullElse(example.get("message"), ""));
    }

    @Override
    public String toString() {
        return name;
    }
}
