package dev.lakelight.notebook;

import dev.lakelight.notebook.JsonValue.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the widgets that Databricks keeps in the metadata of a notebook. */
final class JupyterWidgets {

    /** Notebooks of several years say the same under one of these names, or under both. */
    private static final List<String> DESCRIPTIONS = List.of("widgetInfo", "typedWidgetInfo");

    private JupyterWidgets() {}

    static Map<String, String> of(JupyterFile json) {
        Map<String, String> defaults = new LinkedHashMap<>();
        Optional<JsonValue> widgets = json.root()
                .member("metadata")
                .flatMap(metadata -> metadata.member(JupyterKeys.NOTEBOOK))
                .flatMap(ours -> ours.member("widgets"));

        if (widgets.orElse(null) instanceof Members members) {
            members.values().forEach((name, widget) -> defaults.put(name, defaultOf(widget)));
        }

        return defaults;
    }

    private static String defaultOf(JsonValue widget) {
        return DESCRIPTIONS.stream()
                .flatMap(name -> widget.member(name).stream())
                .flatMap(description -> description.textOf("defaultValue").stream())
                .findFirst()
                .orElse("");
    }
}
