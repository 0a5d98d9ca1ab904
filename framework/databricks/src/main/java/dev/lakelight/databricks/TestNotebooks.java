package dev.lakelight.databricks;

import dev.lakelight.configuration.Placeholders;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.databricks.sql.CheckNotebook;
import dev.lakelight.databricks.sql.RunNotebook;
import dev.lakelight.databricks.sql.SeedNotebook;
import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.databricks.suite.Seed;
import dev.lakelight.databricks.suite.Step;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.databricks.suite.TableName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the notebooks of tests. */
final class TestNotebooks {

    private final DatabricksSettings settings;
    private final SuiteFolders folders;
    private final RunPlace place;

    TestNotebooks(DatabricksSettings settings, SuiteFolders folders, RunPlace place) {
        this.settings = settings;
        this.folders = folders;
        this.place = place;
    }

    /**
     * Write the notebooks of a test.
     *
     * @throws NotRemoteException when the test needs something that there is not
     */
    WrittenTest write(PlannedTest test) {
        Map<String, String> notebooks = new LinkedHashMap<>();
        Map<String, Map<String, String>> parameters = new LinkedHashMap<>();
        Placeholders placeholders = placeholders(test);
        requireFilesFor(test);
        notebooks.put(
                test.seedTask(),
                SeedNotebook.of(
                        test.catalog(),
                        place.name().expires().toString(),
                        test.work().seeds(),
                        schemas(test)));

        for (int number = 1; number <= test.work().steps().size(); number++) {
            Step step = test.work().steps().get(number - 1);
            Map<String, String> resolved = resolve(step.parameters(), placeholders);
            notebooks.put(
                    test.stepTask(number),
                    RunNotebook.of(test.catalog(), test.work().settings(), workspacePath(step.notebook()), resolved));
            parameters.put(test.stepTask(number), resolved);
        }

        if (test.hasCheck()) {
            notebooks.put(
                    test.checkTask(),
                    CheckNotebook.of(test.catalog(), test.work().tables(), settings.exitLanguage()));
        }

        return new WrittenTest(test, notebooks, parameters, schemas(test), filesOf(test));
    }

    private Map<String, String> resolve(Map<String, String> parameters, Placeholders placeholders) {
        if (settings.files() == null && parameters.values().stream().anyMatch(TestNotebooks::needsFiles)) {
            throw noFiles();
        }

        return placeholders.resolve(parameters);
    }

    private static boolean needsFiles(String value) {
        return value.contains("${" + Placeholders.LAKE_FILES + "}");
    }

    private void requireFilesFor(PlannedTest test) {
        if (settings.files() == null && test.work().seeds().stream().anyMatch(Seed.Landing.class::isInstance)) {
            throw noFiles();
        }
    }

    private static NotRemoteException noFiles() {
        return new NotRemoteException(
                "it needs files, and there is no volume for them; set lakelight.databricks.files");
    }

    private Placeholders placeholders(PlannedTest test) {
        Map<String, String> values = new HashMap<>();
        String files = filesOf(test);

        if (files != null) {
            values.put(Placeholders.LAKE_FILES, files);
        }

        values.put(Placeholders.LAKE_NAME, test.catalog());
        values.put(Placeholders.PROJECT_BASEDIR, "/Workspace" + pathInWorkspace(folders.baseDirectory()));
        return Placeholders.of(values);
    }

    private @Nullable String filesOf(PlannedTest test) {
        return settings.files() == null ? null : "%s/%s/%d".formatted(settings.files(), place.name(), test.number());
    }

    private static Set<String> schemas(PlannedTest test) {
        Set<String> schemas = new LinkedHashSet<>();

        for (ExpectedTable table : test.work().tables()) {
            schemas.add(TableName.of(table.expectation().table()).schema());
        }

        return schemas;
    }

    /** Notebooks of a Git folder have no extension, unless they are Jupyter's. */
    private String workspacePath(Path notebook) {
        String path = pathInWorkspace(notebook);
        return path.substring(0, path.lastIndexOf('.'));
    }

    private String pathInWorkspace(Path file) {
        String relative = folders.workTree().relativize(file).toString().replace('\\', '/');
        return relative.isEmpty() ? place.gitFolder() : place.gitFolder() + "/" + relative;
    }
}
