package dev.lakelight.junit.testbed;

import dev.lakelight.configuration.Configurations;
import dev.lakelight.configuration.ConfiguredSecrets;
import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.scenario.NotebookTestSpec;
import dev.lakelight.scenario.ScenarioCatalog;
import dev.lakelight.scenario.ScenarioFile;
import dev.lakelight.scenario.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenario files of a project, read once. */
public final class ProjectScenarios {

    private final ProjectFiles files;
    private final ScenarioReader reader;
    private final List<Path> inRoots;
    private final ScenarioCatalog catalog;

    private ProjectScenarios(ProjectFiles files, List<Path> roots) {
        this.files = files;
        this.reader = new ScenarioReader(files);
        this.inRoots = reader.find(roots);
        this.catalog = reader.read(inRoots);
        keepSecretsBack();
    }

    /** Names and failures of tests are written before anything asks for a secret. */
    private void keepSecretsBack() {
        catalog.files().stream()
                .flatMap(file -> file.configurations().stream())
                .forEach(configuration -> ConfiguredSecrets.read(configuration.secrets()));
    }

    /** Read all files in the folders that the settings name. Mistakes in them are kept, not thrown. */
    public static ProjectScenarios read(Settings settings) {
        return new ProjectScenarios(settings.projectFiles(), settings.scenarioRoots());
    }

    /** Return what resolves the names of the project's files. */
    public ProjectFiles files() {
        return files;
    }

    /** Return the scenario files of a folder and those below it, sorted. */
    public List<Path> in(Path folder) {
        return inRoots.stream().filter(file -> file.startsWith(folder)).toList();
    }

    /** Return the catalog that holds a file; one outside of the folders can use what is declared in them. */
    public ScenarioCatalog catalogWith(Path file) {
        if (inRoots.contains(file)) {
            return catalog;
        }

        List<Path> all = new ArrayList<>(inRoots);
        all.add(file);
        return reader.read(all);
    }

    /**
     * Return all configurations.
     *
     * @throws dev.lakelight.problem.UserError when a scenario file has a mistake: it may be the one that declares what is wanted
     */
    public Configurations configurations() {
        return catalog.orThrow().configurations();
    }

    /**
     * Return a fixture.
     *
     * @throws dev.lakelight.problem.UserError when there is none of this name, or a scenario file has a mistake
     */
    public FixtureSpec fixture(String name) {
        return catalog.orThrow().fixture(name);
    }

    /** Return what the scenario files say of this notebook as a test; empty when they say nothing. */
    public List<NotebookTestSpec> specificationsOf(Path notebook) {
        return catalog.files().stream()
                .flatMap(file -> file.notebookTests().stream())
                .filter(test -> notebook(test).filter(notebook::equals).isPresent())
                .toList();
    }

    /** Return the notebook that a test names, with or without its extension, when it exists. */
    public Optional<Path> notebook(NotebookTestSpec test) {
        ProjectFiles near = near(files.baseDirectory().resolve(test.source().file()));
        Stream<String> extended = NotebookFiles.namesOf(test.notebook()).stream();
        return Stream.concat(Stream.of(test.notebook()), extended)
                .flatMap(name -> near.find(name).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Return what resolves the names that a scenario file holds: those in its own folder come first. */
    public ProjectFiles near(Path scenarioFile) {
        Path folder = scenarioFile.getParent();
        return folder == null ? files : files.withFirst(folder);
    }

    /** Return the content of a file that has no mistake. */
    public static Optional<ScenarioFile> content(ScenarioCatalog catalog, Path file) {
        return catalog.files().stream()
                .filter(content -> content.file().equals(file))
                .findFirst();
    }
}
