package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.configuration.Placeholders;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskBody;
import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.databricks.sql.CheckNotebook;
import dev.lakelight.databricks.sql.RunNotebook;
import dev.lakelight.databricks.sql.SeedNotebook;
import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.databricks.suite.Seed;
import dev.lakelight.databricks.suite.Step;
import dev.lakelight.databricks.suite.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what the tasks of tests are: notebooks of ours, and what is no notebook. */
final class TestNotebooks {

    private final DatabricksSettings settings;
    private final RunPlace place;
    private final TestModules modules;

    TestNotebooks(DatabricksSettings settings, RunPlace place, TestModules modules) {
        this.settings = settings;
        this.place = place;
        this.modules = modules;
    }

    /**
     * Write the notebooks of a test.
     *
     * @throws NotRemoteException when the test needs something that there is not
     */
    WrittenTest write(PlannedTest test) {
        requireFilesFor(test);
        Map<String, String> notebooks = new LinkedHashMap<>();
        notebooks.put(
                test.seedTask(),
                SeedNotebook.of(
                        test.catalog(),
                        place.name().expires().toString(),
                        test.work().seeds(),
                        schemas(test)));
        Steps steps = new Steps(test, placeholders(test));
        steps.write();
        notebooks.putAll(steps.notebooks);

        if (test.hasCheck()) {
            notebooks.put(
                    test.checkTask(),
                    CheckNotebook.of(test.catalog(), test.work().tables(), settings.exitLanguage()));
        }

        return new WrittenTest(test, notebooks, steps.bodies, steps.jobs, steps.clusters, schemas(test), filesOf(test));
    }

    /** What is written for the steps of a test. */
    private final class Steps {

        private final PlannedTest test;
        private final Placeholders placeholders;
        private final Map<String, String> notebooks = new LinkedHashMap<>();
        private final Map<String, TaskBody> bodies = new LinkedHashMap<>();
        private final Map<String, WrittenJob> jobs = new LinkedHashMap<>();
        private final Map<String, ObjectNode> clusters = new LinkedHashMap<>();

        private Steps(PlannedTest test, Placeholders placeholders) {
            this.test = test;
            this.placeholders = placeholders;
        }

        private void write() {
            for (int number = 1; number <= test.work().steps().size(); number++) {
                write(number, test.work().steps().get(number - 1));
            }
        }

        private void write(int number, Step step) {
            String task = test.stepTask(number);

            if (step instanceof Step.Notebook notebook) {
                Map<String, String> resolved = resolve(notebook.parameters(), placeholders);
                String path = modules.notebook(notebook.notebook());
                notebooks.put(task, RunNotebook.of(test.catalog(), test.work().settings(), path, resolved));
                bodies.put(task, new TaskBody.Notebook(resolved));
            } else if (step instanceof Step.MainClass main) {
                requireFilesFor(main.arguments());
                clusters.put(test.catalogCluster(), modules.catalogCluster(test, "the class " + main.module()));
                bodies.put(task, modules.mainClass(test, main, placeholders));
            } else if (step instanceof Step.OfJob job) {
                requireFilesFor(job.configured().values());
                requireFilesFor(job.parameters().values());
                jobs.put(task, modules.job(test, number, job, placeholders));
            }
        }
    }

    private Map<String, String> resolve(Map<String, String> parameters, Placeholders placeholders) {
        requireFilesFor(parameters.values());
        return placeholders.resolve(parameters);
    }

    private void requireFilesFor(Collection<String> values) {
        if (settings.files() == null && values.stream().anyMatch(TestNotebooks::needsFiles)) {
            throw noFiles();
        }
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
        values.put(Placeholders.PROJECT_BASEDIR, modules.project());
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
}
