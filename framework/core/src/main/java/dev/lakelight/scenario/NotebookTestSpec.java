package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.result.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Under which configurations a notebook test is run. A notebook test without such a declaration is run once without any.
 *
 * @param notebook path as written
 * @param tags by which it can be chosen
 * @param requires what the machine must have; it is skipped elsewhere
 * @param source where this is declared
 * @param fixture name of the fixture that its lake is forked from, or null when that begins with nothing
 * @param given what the lake holds before, after the seeds of the configuration; in order
 * @param parameters on top of those of the configuration, in order; values may hold placeholders
 * @param configurations names; empty for none
 */
public record NotebookTestSpec(
        String notebook,
        List<String> tags,
        List<Requirement> requires,
        SourceLocation source,
        @Nullable String fixture,
        List<SeedSpec> given,
        Map<String, String> parameters,
        List<String> configurations) {

    public NotebookTestSpec {
        requireNonNull(notebook, "notebook");
        requireNonNull(source, "source");
        tags = List.copyOf(tags);
        requires = List.copyOf(requires);
        given = List.copyOf(given);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        configurations = List.copyOf(configurations);
    }
}
