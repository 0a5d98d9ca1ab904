package dev.lakelight.databricks.suite;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.databricks.suite.RemoteTest.Work;
import dev.lakelight.notebook.NotebookTests;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.scenario.Scenario;
import dev.lakelight.scenario.ScenarioCatalog;
import dev.lakelight.scenario.ScenarioFile;
import dev.lakelight.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the tests of a project: all of its scenarios and notebook tests, each under each of its configurations. */
public final class SuiteReader {

    private final SuiteFolders folders;
    private final ProjectFiles files;
    private final ScenarioCatalog catalog;
    private final Languages languages;

    private SuiteReader(SuiteFolders folders, Languages languages) {
        this.folders = folders;
        this.languages = languages;
        this.files = ProjectFiles.of(folders.baseDirectory(), List.of());
        ScenarioReader reader = new ScenarioReader(files);
        this.catalog = reader.read(reader.find(folders.scenarioRoots()));
    }

    /**
     * Return all tests. A mistake in a test makes one that is broken.
     *
     * @param languages that the workspace runs
     * @throws UserError when a notebook test is declared twice
     */
    public static List<RemoteTest> read(SuiteFolders folders, Languages languages) {
        return new SuiteReader(folders, languages).tests();
    }

    private List<RemoteTest> tests() {
        List<RemoteTest> tests = new ArrayList<>();
        catalog.faulty().forEach(faulty -> tests.add(broken(faulty)));
        catalog.files().forEach(file -> file.scenarios().forEach(scenario -> add(scenario, file, tests)));
        new NotebookTestReader(files, catalog)
                .in(folders.notebookRoots(), NotebookTests::in)
                .forEach(notebook -> add(notebook, tests));
        JavaTests.in(folders.testClasses()).ifPresent(tests::add);
        return tests;
    }

    private RemoteTest broken(ScenarioCatalog.FaultyFile faulty) {
        UserError error = faulty.error();
        return new RemoteTest(
                TestIds.faultyFile(
                        files.relative(faulty.file()), error.location().orElse(null)),
                new Work.Broken(error));
    }

    private void add(Scenario scenario, ScenarioFile file, List<RemoteTest> tests) {
        String name = files.relative(file.file());

        for (String configuration : orNone(scenario.configurations())) {
            TestIdentity identity = TestIds.scenario(
                    name, scenario.name(), scenario.source(), scenario.configurations(), configuration);
            Work work = attempt(() ->
                    workNear(file.file()).of(scenario, fixture(scenario.fixture()), configuration(configuration)));
            tests.add(new RemoteTest(identity, work));
        }
    }

    private void add(NotebookTestReader.Found notebook, List<RemoteTest> tests) {
        for (String configuration : orNone(notebook.specification().configurations())) {
            TestIdentity identity =
                    TestIds.notebook(notebook.name(), notebook.specification().configurations(), configuration);
            tests.add(new RemoteTest(identity, attempt(() -> work(notebook, configuration))));
        }
    }

    private Work work(NotebookTestReader.Found notebook, @Nullable String configuration) {
        Path file = notebook.file();

        if (file == null) {
            throw notebook.missing();
        }

        return workNear(notebook.declaredIn())
                .of(
                        notebook.specification(),
                        file,
                        fixture(notebook.specification().fixture()),
                        configuration(configuration));
    }

    private WorkOfTests workNear(@Nullable Path scenarioFile) {
        Path folder = scenarioFile == null ? null : scenarioFile.getParent();
        ProjectFiles near = folder == null ? files : files.withFirst(folder);
        return new WorkOfTests(near, new StepNotebooks(near, folders.workTree(), languages));
    }

    private static Work attempt(Supplier<Work> work) {
        try {
            return work.get();
        } catch (NotRemoteException e) {
            return new Work.Skip("Not on Databricks: %s.".formatted(e.reason()));
        } catch (UserError e) {
            return new Work.Broken(e);
        }
    }

    private static List<@Nullable String> orNone(List<String> configurations) {
        return configurations.isEmpty() ? Collections.singletonList(null) : new ArrayList<>(configurations);
    }

    private @Nullable Configuration configuration(@Nullable String name) {
        return name == null ? null : catalog.configurations().named(name);
    }

    private List<SeedSpec> fixture(@Nullable String name) {
        if (name == null) {
            return List.of();
        }

        FixtureSpec fixture = catalog.fixture(name);
        Unsupported.refuse(
                fixture.maker() != null, "the fixture '%s' is made by a class on this machine".formatted(name));
        return fixture.given();
    }
}
