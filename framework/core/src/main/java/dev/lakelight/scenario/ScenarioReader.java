package dev.lakelight.scenario;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads scenario files. Files that they name are looked up in the folder of the scenario file first, and then where
 * {@link ProjectFiles} says. Their form is described by the JSON Schema that {@link #SCHEMA_RESOURCE} names.
 */
public final class ScenarioReader {

    /** The JSON Schema of scenario files, as a resource of this class. */
    public static final String SCHEMA_RESOURCE = "lakelight-scenario.schema.json";

    private final ProjectFiles files;

    /** Create a reader for a project. */
    public ScenarioReader(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Return the scenario files, {@code *.yml} and {@code *.yaml}, in folders and all folders below, sorted by path. A root may
     * also be a file. Roots that do not exist are passed over.
     */
    public List<Path> find(Collection<Path> roots) {
        return roots.stream()
                .map(root -> files.baseDirectory().resolve(root).normalize())
                .filter(Files::exists)
                .flatMap(root -> filesBelow(root).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Read files which may use each other's configurations. Mistakes make a file {@link ScenarioCatalog#faulty() faulty}. */
    public ScenarioCatalog read(Collection<Path> scenarioFiles) {
        return CatalogChecks.check(scenarioFiles.stream()
                .map(file -> FileParser.parse(files.baseDirectory().resolve(file), files))
                .toList());
    }

    private static List<Path> filesBelow(Path root) {
        try (Stream<Path> entries = Files.walk(root)) {
            return entries.filter(ScenarioReader::isScenarioFile).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentError("Cannot list the scenario files below %s: %s".formatted(root, e), e);
        }
    }

    private static boolean isScenarioFile(Path file) {
        String name = file.toString();
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(file);
    }
}
