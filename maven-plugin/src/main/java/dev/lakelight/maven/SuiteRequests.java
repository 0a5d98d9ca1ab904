package dev.lakelight.maven;

import dev.lakelight.suite.SuiteRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts together what the suite JVM is asked to do. */
final class SuiteRequests {

    /** Properties of the POM that test code means to see; the others are the build's own. */
    private static final List<String> PASSED_ON = List.of("lakelight.", "spark.", "junit.");

    private final ProjectFacts project;
    private final SuiteParameters parameters;

    SuiteRequests(ProjectFacts project, SuiteParameters parameters) {
        this.project = project;
        this.parameters = parameters;
    }

    SuiteRequest request(SuiteFiles files) {
        return new SuiteRequest(
                project.baseDirectory(),
                project.buildDirectory(),
                files.eventLog(),
                Stream.of(project.testClasses()).filter(Files::isDirectory).toList(),
                folders(parameters.scenarios()),
                folders(parameters.notebooks()),
                parameters.tags(),
                parameters.cluster(),
                parameters.keep(),
                systemProperties());
    }

    private List<Path> folders(List<String> names) {
        return names.stream()
                .map(name -> project.baseDirectory().resolve(name.strip()).normalize())
                .filter(Files::isDirectory)
                .toList();
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
