package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.FixtureSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * What one YAML file declares.
 *
 * @param file absolute path
 * @param configurations in order; visible to all files of the project
 * @param fixtures in order; visible to all files of the project
 * @param scenarios in order
 * @param notebookTests in order
 */
public record ScenarioFile(
        Path file,
        List<Configuration> configurations,
        List<FixtureSpec> fixtures,
        List<Scenario> scenarios,
        List<NotebookTestSpec> notebookTests) {

    public ScenarioFile {
        requireNonNull(file, "file");
        configurations = List.copyOf(configurations);
        fixtures = List.copyOf(fixtures);
        scenarios = List.copyOf(scenarios);
        notebookTests = List.copyOf(notebookTests);
    }
}
