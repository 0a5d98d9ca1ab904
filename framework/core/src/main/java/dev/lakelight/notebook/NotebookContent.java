package dev.lakelight.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a notebook holds.
 *
 * @param language of cells that do not say theirs
 * @param cells in order
 * @param widgets default values by name, in order
 */
record NotebookContent(NotebookLanguage language, List<Cell> cells, Map<String, String> widgets) {

    NotebookContent {
        cells = List.copyOf(cells);
        widgets = Collections.unmodifiableMap(new LinkedHashMap<>(widgets));
    }
}
