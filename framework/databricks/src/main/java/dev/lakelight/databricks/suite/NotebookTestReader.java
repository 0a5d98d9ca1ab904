package dev.lakelight.databricks.suite;

import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.scenario.NotebookTestSpec;
import dev.lakelight.scenario.ScenarioCatalog;
import dev.lakelight.scenario.ScenarioFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds notebooks that are tests: by their names, and those that scenario files declare.
 *
 * @param files resolves their names
 * @param catalog all scenario files
 */
record NotebookTestReader(ProjectFiles files, ScenarioCatalog catalog) {

    /**
     * A notebook that is a test.
     *
     * @param name path as messages show it
     * @param file absolute path, or null when it does not exist
     * @param specification what a scenario file says of it; an empty one when none does
     * @param declaredIn that scenario file, or null
     */
    record Found(
            String name,
            @Nullable Path file,
            NotebookTestSpec specification,
            @Nullable Path declaredIn) {

        UserError missing() {
            return new UserError(
                    "%s: There is no notebook '%s'. Correct the path; it is taken from the folder of this file, then from the project's base directory."
                            .formatted(specification.source(), specification.notebook()),
                    specification.source());
        }
    }

    List<Found> in(List<Path> roots, Function<Path, List<Path>> byName) {
        Map<String, Found> found = new LinkedHashMap<>();
        declared().forEach(notebook -> found.merge(notebook.name(), notebook, NotebookTestReader::declaredTwice));
        roots.stream()
                .map(root -> files.baseDirectory().resolve(root).normalize())
                .flatMap(root -> byName.apply(root).stream())
                .map(this::undeclared)
                .forEach(notebook -> found.putIfAbsent(notebook.name(), notebook));
        return new ArrayList<>(found.values());
    }

    private Stream<Found> declared() {
        return catalog.files().stream()
                .flatMap(file -> file.notebookTests().stream().map(test -> declared(test, file)));
    }

    private Found declared(NotebookTestSpec test, ScenarioFile declaredIn) {
        Optional<Path> file = find(test, declaredIn.file());
        return new Found(file.map(files::relative).orElse(test.notebook()), file.orElse(null), test, declaredIn.file());
    }

    private Optional<Path> find(NotebookTestSpec test, Path scenarioFile) {
        Path folder = scenarioFile.getParent();
        ProjectFiles near = folder == null ? files : files.withFirst(folder);
        return Stream.concat(Stream.of(test.notebook()), NotebookFiles.namesOf(test.notebook()).stream())
                .flatMap(name -> near.find(name).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Found undeclared(Path notebook) {
        String name = files.relative(notebook);
        NotebookTestSpec nothing = new NotebookTestSpec(
                name, List.of(), List.of(), new SourceLocation(name, 1), null, List.of(), Map.of(), List.of());
        return new Found(name, notebook, nothing, null);
    }

    private static Found declaredTwice(Found first, Found second) {
        throw new UserError(
                "The notebook test %s is declared twice, at %s and at %s. Put its configurations into one declaration."
                        .formatted(
                                first.name(),
                                first.specification().source(),
                                second.specification().source()));
    }
}
