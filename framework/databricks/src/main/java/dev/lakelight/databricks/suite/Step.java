package dev.lakelight.databricks.suite;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A notebook that a test runs.
 *
 * @param module as the test names it
 * @param notebook absolute path of its file
 * @param parameters with which it is run, in order; values may hold placeholders
 * @param source where the step is declared
 */
public record Step(String module, Path notebook, Map<String, String> parameters, SourceLocation source) {

    public Step {
        requireNonNull(module, "module");
        requireNonNull(notebook, "notebook");
        requireNonNull(source, "source");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
