package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of a scenario.
 *
 * @param kind what is run
 * @param module path of the notebook as written, or the class name
 * @param parameters of the notebook, in order, on top of those of the configuration; values may hold placeholders
 * @param arguments of the class's main method, in order; may hold placeholders
 * @param source where the step is declared
 */
public record ModuleCall(
        Kind kind, String module, Map<String, String> parameters, List<String> arguments, SourceLocation source) {

    /** What a step runs. */
    public enum Kind {
        NOTEBOOK,
        /** A class with a {@code main(String[])}. */
        CLASS
    }

    public ModuleCall {
        requireNonNull(kind, "kind");
        requireNonNull(module, "module");
        requireNonNull(source, "source");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        arguments = List.copyOf(arguments);
    }
}
