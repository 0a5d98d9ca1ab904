package dev.lakelight.maven;

import dev.lakelight.problem.UserError;
import dev.lakelight.suite.SuiteRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts together what the suite JVM is asked to do. */
final class SuiteRequests {

    /** Properties of the POM that test code means to see; the others are the build's own. */
    private static final List<String> PASSED_ON = List.of("lakelight.", "spark.", "junit.");

    private static final Set<String> USUAL_FOLDERS = Set.of("src/test/lakelight", "pipelines", "notebooks");

    private final ProjectFacts project;
    private final SuiteParameters parameters;

    SuiteRequests(ProjectFacts project, SuiteParameters parameters) {
        this.project = project;
        this.parameters = parameters;
    }

    /**
     * Return the request.
     *
     * @throws UserError when it names a folder that is not there
     */
    SuiteRequest request(SuiteFiles files) {
        return new SuiteRequest(
                project.baseDirectory(),
                project.buildDirectory(),
                files.eventLog(),
                Stream.of(project.testClasses()).filter(Files::isDirectory).toList(),
                folders(PropertyNames.SCENARIOS, parameters.scenarios()),
                folders(PropertyNames.NOTEBOOKS, parameters.notebooks()),
                parameters.tags(),
                parameters.cluster(),
                parameters.keep(),
                systemProperties());
    }

    /** Folders with the usual names need not be there. */
    private List<Path> folders(String property, List<String> names) {
        return names.stream()
                .map(name -> folder(property, name.strip()))
                .filter(Files::isDirectory)
                .toList();
    }

    private Path folder(String property, String name) {
        Path folder = project.baseDirectory().resolve(name).normalize();

        if (!Files.isDirectory(folder) && !USUAL_FOLDERS.contains(name)) {
            throw new UserError(
                    "%s names the folder '%s', but there is no folder %s".formatted(property, name, folder));
        }
        return folder;
    }

    /** What the user typed wins over the plugin's configuration, and that over the POM's properties, as with surefire. */
    private Map<String, String> systemProperties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("basedir", project.baseDirectory().toString());
        project.projectProperties().forEach((name, value) -> {
            if (PASSED_ON.stream().anyMatch(name::startsWith)) {
                properties.put(name, value);
            }
        });
        properties.putAll(parameters.systemProperties());
        properties.putAll(project.userProperties());
        return properties;
    }
}
