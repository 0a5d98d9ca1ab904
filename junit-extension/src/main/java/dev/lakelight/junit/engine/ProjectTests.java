package dev.lakelight.junit.engine;

import dev.lakelight.junit.testbed.ProjectScenarios;
import dev.lakelight.notebook.NotebookTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** Finds the files that are tests and makes their nodes. */
final class ProjectTests {

    private final ProjectScenarios scenarios;
    private final ScenarioNodes scenarioNodes;
    private final NotebookNodes notebookNodes;

    ProjectTests(ProjectScenarios scenarios) {
        this.scenarios = scenarios;
        this.scenarioNodes = new ScenarioNodes(scenarios);
        this.notebookNodes = new NotebookNodes(scenarios);
    }

    /** Return the names of all test files of a folder, or of a single file; none when there is no test. */
    Set<NodeName> at(Path path) {
        return Files.isDirectory(path) ? inFolder(path) : ofFile(path);
    }

    /** Make the node of a file, when there is such a file. */
    Optional<TestDescriptor> node(NodeName name, UniqueId id) {
        Path file = scenarios.files().baseDirectory().resolve(name.value()).normalize();

        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }

        return switch (name.type()) {
            case NodeName.FILE -> Optional.of(scenarioNodes.file(file, id));
            case NodeName.NOTEBOOK ->
                Optional.of(notebookNodes.declaration(file).toDescriptor(id));
            default -> Optional.empty();
        };
    }

    private Set<NodeName> inFolder(Path folder) {
        Set<NodeName> names = new LinkedHashSet<>();
        scenarios.in(folder).forEach(file -> names.addAll(ofScenarioFile(file)));
        NotebookTests.in(folder).forEach(notebook -> names.add(notebookNodes.name(notebook)));
        return names;
    }

    private Set<NodeName> ofFile(Path file) {
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }

        if (ScenarioNodes.isScenarioFile(file)) {
            return ofScenarioFile(file);
        }

        boolean isTest = NotebookTests.isNotebookTest(file)
                || !scenarios.specificationsOf(file).isEmpty();
        return isTest ? Set.of(notebookNodes.name(file)) : Set.of();
    }

    /** A scenario file stands for itself and for the notebooks that it declares to be tests, wherever they are. */
    private Set<NodeName> ofScenarioFile(Path file) {
        Set<NodeName> names = new LinkedHashSet<>();
        names.add(scenarioNodes.name(file));
        scenarioNodes.notebooksOf(file).forEach(notebook -> names.add(notebookNodes.name(notebook)));
        return names;
    }
}
