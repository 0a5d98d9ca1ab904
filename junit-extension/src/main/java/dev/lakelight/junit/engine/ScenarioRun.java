package dev.lakelight.junit.engine;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.junit.testbed.ModuleFailedException;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.scenario.ModuleCall;
import dev.lakelight.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario in a filled lake.
 *
 * @param scenario what to do
 * @param configuration under which, or null
 * @param bed where
 */
record ScenarioRun(Scenario scenario, @Nullable Configuration configuration, TestBed bed) {

    /**
     * Run the steps and look at the lake.
     *
     * @throws ModuleFailedException when a step fails that was to succeed; nothing is looked at then
     * @throws ScenarioFailure when something is not as expected; tells all of it, not only the first
     */
    void run() {
        boolean failureIsExpected = scenario.then().error() != null;
        List<NotebookRun> runs = new ArrayList<>();

        for (ModuleCall step : scenario.run()) {
            NotebookRun run = run(step);
            runs.add(run);

            if (!run.succeeded() && failureIsExpected) {
                break;
            }

            if (!run.succeeded()) {
                throw ModuleFailedException.of(run, step.source());
            }
        }

        new ScenarioChecks(scenario, bed.lake()).check(runs.get(runs.size() - 1));
    }

    private NotebookRun run(ModuleCall step) {
        return switch (step.kind()) {
            case NOTEBOOK -> runNotebook(step);
            case CLASS -> bed.notebooks().runClass(step.module(), configuration, step.arguments());
        };
    }

    private NotebookRun runNotebook(ModuleCall step) {
        return configuration == null
                ? bed.notebooks().run(step.module(), step.parameters())
                : bed.notebooks().run(step.module(), configuration, step.parameters());
    }
}
