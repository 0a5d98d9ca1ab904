package dev.lakelight.scenario;

import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project in a folder, with a few data files and notebooks, whose scenario files a test writes. */
final class ScenarioProject {

    static final String FOLDER = "src/test/lakelight/";

    private static final List<String> FILES = List.of(
            FOLDER + "data/customers.csv",
            FOLDER + "data/orders.jsonl",
            FOLDER + "data/late/2011-12-05.csv",
            FOLDER + "data/setup.sql",
            FOLDER + "data/notes.txt",
            "src/test/resources/expected/customers.csv",
            "pipelines/silver/customers.sql",
            "pipelines/silver/customers_test.sql",
            "pipelines/silver/orders.java");

    private final Path base;
    private final List<Path> scenarioFiles = new ArrayList<>();

    private ScenarioProject(Path base) {
        this.base = base;
    }

    static ScenarioProject in(Path base) {
        ScenarioProject project = new ScenarioProject(base);
        FILES.forEach(file -> project.write(file, ""));
        return project;
    }

    ScenarioProject with(String name, String yaml) {
        scenarioFiles.add(write(FOLDER + name, yaml));
        return this;
    }

    ScenarioCatalog read() {
        return reader().read(scenarioFiles);
    }

    /** Return the only file, which must be without mistakes. */
    ScenarioFile readOne() {
        return read().orThrow().files().get(0);
    }

    ScenarioReader reader() {
        List<Path> roots = List.of(Path.of("src/test/lakelight"), Path.of("src/test/resources"));
        return new ScenarioReader(ProjectFiles.of(base, roots));
    }

    Path path(String name) {
        return base.resolve(name);
    }

    Path write(String name, String text) {
        try {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
