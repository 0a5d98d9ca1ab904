package dev.lakelight.databricks.suite;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.databricks.rows.TextRowsReader;
import dev.lakelight.databricks.suite.RemoteTest.Work;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.scenario.ModuleCall;
import dev.lakelight.scenario.NotebookTestSpec;
import dev.lakelight.scenario.RowsExpectation;
import dev.lakelight.scenario.Scenario;
import dev.lakelight.scenario.TableExpectation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a test does on Databricks.
 *
 * @param files resolves the names that the test uses
 * @param notebooks finds its notebooks
 */
record WorkOfTests(ProjectFiles files, StepNotebooks notebooks) {

    Work of(Scenario scenario, List<SeedSpec> fixture, @Nullable Configuration configuration) {
        notebooks.requireLanguages(scenario.requires());
        Unsupported.check(scenario.then());
        List<Step> steps =
                scenario.run().stream().map(call -> step(call, configuration)).toList();
        return new Work.Run(
                configuration == null ? null : configuration.name(),
                settings(configuration),
                new SeedsOfTests(files).of(fixture, configuration, scenario.given()),
                steps,
                scenario.then().exitValue(),
                scenario.then().error(),
                scenario.then().tasks(),
                scenario.then().tables().stream().map(this::expected).toList());
    }

    Work of(NotebookTestSpec test, Path notebook, List<SeedSpec> fixture, @Nullable Configuration configuration) {
        notebooks.requireLanguages(test.requires());
        Step step = new Step.Notebook(
                files.relative(notebook),
                notebooks.runnable(notebook),
                parameters(configuration, test.parameters()),
                test.source());
        return new Work.Run(
                configuration == null ? null : configuration.name(),
                settings(configuration),
                new SeedsOfTests(files).of(fixture, configuration, test.given()),
                List.of(step),
                null,
                null,
                Map.of(),
                List.of());
    }

    private Step step(ModuleCall call, @Nullable Configuration configuration) {
        return switch (call.kind()) {
            case NOTEBOOK ->
                new Step.Notebook(
                        call.module(),
                        notebooks.find(call),
                        parameters(configuration, call.parameters()),
                        call.source());
            case CLASS -> new Step.MainClass(call.module(), call.arguments(), call.source());
            case JOB ->
                new Step.OfJob(
                        call.module(),
                        new StepJob(Objects.requireNonNull(call.job()), files, notebooks),
                        parameters(configuration, Map.of()),
                        call.parameters(),
                        call.source());
        };
    }

    private static Map<String, String> parameters(@Nullable Configuration configuration, Map<String, String> ofStep) {
        Map<String, String> parameters = new LinkedHashMap<>();

        if (configuration != null) {
            parameters.putAll(configuration.parameters());
        }

        parameters.putAll(ofStep);
        return parameters;
    }

    private static Map<String, String> settings(@Nullable Configuration configuration) {
        if (configuration == null) {
            return Map.of();
        }

        configuration.sparkSettings().keySet().stream()
                .filter(name -> name.startsWith("spark.lakelight."))
                .findFirst()
                .ifPresent(name -> {
                    throw new NotRemoteException(
                            "the configuration '%s' fixes the time or the seed of random numbers (%s), which cannot be fixed on Databricks"
                                    .formatted(configuration.name(), name));
                });
        Unsupported.refuse(
                !configuration.secrets().isEmpty(),
                "the configuration '%s' has secrets of its own; on Databricks they are in a secret scope"
                        .formatted(configuration.name()));
        return configuration.sparkSettings();
    }

    private ExpectedTable expected(TableExpectation table) {
        RowsExpectation rows = table.rows();

        if (rows == null) {
            return new ExpectedTable(table, null, "");
        }

        TextRows text = new TextRowsReader(files).read(rows.source(), table.schema());
        return new ExpectedTable(table, text, nameOf(rows));
    }

    private String nameOf(RowsExpectation rows) {
        return rows.source() instanceof SeedSpec.Source.FileSource file
                ? files.relative(file.file())
                : "the expected rows";
    }
}
