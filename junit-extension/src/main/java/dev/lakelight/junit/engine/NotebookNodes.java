package dev.lakelight.junit.engine;

import dev.lakelight.junit.testbed.ProjectScenarios;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.scenario.NotebookTestSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Makes the nodes of notebooks that are tests. */
final class NotebookNodes {

    private final ProjectScenarios scenarios;

    NotebookNodes(ProjectScenarios scenarios) {
        this.scenarios = scenarios;
    }

    NodeName name(Path notebook) {
        return new NodeName(NodeName.NOTEBOOK, scenarios.files().relative(notebook));
    }

    /** Return what the scenario files say of a notebook; without a word it is one test. */
    Declaration declaration(Path notebook) {
        List<NotebookTestSpec> specifications = scenarios.specificationsOf(notebook);
        return switch (specifications.size()) {
            case 0 -> declaration(notebook, undeclared(notebook));
            case 1 -> declaration(notebook, specifications.get(0));
            default ->
                Declaration.broken(
                        scenarios.files().relative(notebook),
                        Declaration.place(notebook, 1),
                        declaredTwice(notebook, specifications));
        };
    }

    private Declaration declaration(Path notebook, NotebookTestSpec specification) {
        String name = scenarios.files().relative(notebook);
        FileSource place = Declaration.place(notebook, 1);

        try {
            return new Declaration(
                    name,
                    place,
                    Tags.of(specification.tags(), specification.source()),
                    specification.requires(),
                    specification.configurations(),
                    new NotebookBody(name, specification, scenarios));
        } catch (UserError wrongTag) {
            return Declaration.broken(name, place, wrongTag);
        }
    }

    private NotebookTestSpec undeclared(Path notebook) {
        String name = scenarios.files().relative(notebook);
        return new NotebookTestSpec(
                name, List.of(), List.of(), new SourceLocation(name, 1), null, List.of(), Map.of(), List.of());
    }

    private UserError declaredTwice(Path notebook, List<NotebookTestSpec> specifications) {
        return new UserError(
                "The notebook test %s is declared twice, at %s and at %s. Put its configurations into one declaration."
                        .formatted(
                                scenarios.files().relative(notebook),
                                specifications.get(0).source(),
                                specifications.get(1).source()));
    }
}
