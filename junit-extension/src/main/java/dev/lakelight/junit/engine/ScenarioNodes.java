package dev.lakelight.junit.engine;

import dev.lakelight.junit.testbed.ProjectScenarios;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.scenario.NotebookTestSpec;
import dev.lakelight.scenario.Scenario;
import dev.lakelight.scenario.ScenarioCatalog;
import dev.lakelight.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Makes the nodes of scenario files. */
final class ScenarioNodes {

    private final ProjectScenarios scenarios;

    ScenarioNodes(ProjectScenarios scenarios) {
        this.scenarios = scenarios;
    }

    static boolean isScenarioFile(Path file) {
        String name = file.toString();
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    NodeName name(Path file) {
        return new NodeName(NodeName.FILE, scenarios.files().relative(file));
    }

    /** Return the notebooks that a file declares to be tests, as far as they exist. */
    List<Path> notebooksOf(Path file) {
        return ProjectScenarios.content(scenarios.catalogWith(file), file).stream()
                .flatMap(content -> content.notebookTests().stream())
                .flatMap(test -> scenarios.notebook(test).stream())
                .toList();
    }

    /** Make the node of a file: a container of its scenarios, or a test that fails when the file has a mistake. */
    TestDescriptor file(Path file, UniqueId id) {
        ScenarioCatalog catalog = scenarios.catalogWith(file);
        return ProjectScenarios.content(catalog, file)
                .<TestDescriptor>map(content -> container(content, catalog, id))
                .orElseGet(() -> faulty(file, catalog).toDescriptor(id));
    }

    private ContainerDescriptor container(ScenarioFile content, ScenarioCatalog catalog, UniqueId id) {
        Path file = content.file();
        ContainerDescriptor container =
                new ContainerDescriptor(id, scenarios.files().relative(file), FileSource.from(file.toFile()));
        content.scenarios()
                .forEach(scenario -> container.offer(
                        new NodeName(NodeName.SCENARIO, scenario.name()),
                        declaration(file, scenario, catalog)::toDescriptor));
        content.notebookTests().forEach(test -> offerWhenMissing(container, file, test));
        return container;
    }

    private Declaration declaration(Path file, Scenario scenario, ScenarioCatalog catalog) {
        FileSource place = Declaration.place(file, scenario.source().line());

        try {
            return new Declaration(
                    scenario.name(),
                    place,
                    Tags.of(scenario.tags(), scenario.source()),
                    scenario.requires(),
                    scenario.configurations(),
                    new ScenarioBody(scenario, catalog, scenarios.near(file)));
        } catch (UserError wrongTag) {
            return Declaration.broken(scenario.name(), place, wrongTag);
        }
    }

    private Declaration faulty(Path file, ScenarioCatalog catalog) {
        UserError error = catalog.faulty().stream()
                .filter(faulty -> faulty.file().equals(file))
                .map(ScenarioCatalog.FaultyFile::error)
                .findFirst()
                .orElseThrow();
        int line = error.location().map(SourceLocation::line).orElse(0);
        return Declaration.broken(scenarios.files().relative(file), Declaration.place(file, line), error);
    }

    /** A notebook that does not exist has no node of its own; its declaration must fail all the same. */
    private void offerWhenMissing(ContainerDescriptor container, Path file, NotebookTestSpec test) {
        if (scenarios.notebook(test).isEmpty()) {
            Declaration missing = Declaration.broken(
                    test.notebook(), Declaration.place(file, test.source().line()), missing(test));
            container.offer(new NodeName(NodeName.NOTEBOOK, test.notebook()), missing::toDescriptor);
        }
    }

    private static UserError missing(NotebookTestSpec test) {
        return new UserError(
                "%s: There is no notebook '%s'. Correct the path; it is taken from the folder of this file, then from the project's base directory."
                        .formatted(test.source(), test.notebook()),
                test.source());
    }
}
