package dev.lakelight.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the language of a Jupyter notebook in its metadata; what Databricks says there comes before what Jupyter says. */
final class JupyterLanguage {

    private static final List<List<String>> PATHS = List.of(
            List.of(JupyterKeys.NOTEBOOK, "language"),
            List.of("language_info", "name"),
            List.of("kernelspec", "language"));

    private JupyterLanguage() {}

    static NotebookLanguage of(JupyterFile json, NotebookLanguage preset) {
        return PATHS.stream()
                .flatMap(path -> value(json, path).stream())
                .findFirst()
                .map(value -> named(json, value))
                .orElse(preset);
    }

    private static Optional<JsonValue> value(JupyterFile json, List<String> path) {
        Optional<JsonValue> found = json.root().member("metadata");

        for (String name : path) {
            found = found.flatMap(value -> value.member(name));
        }

        return found;
    }

    private static NotebookLanguage named(JupyterFile json, JsonValue value) {
        return Arrays.stream(NotebookLanguage.values())
                .filter(language ->
                        value instanceof JsonValue.Text text && text.value().equalsIgnoreCase(language.magic()))
                .findFirst()
                .orElseThrow(() -> NotebookFormatException.unknownLanguage(json.place(value, 0), value.kind()));
    }
}
