package dev.lakelight.junit.engine;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.junit.testbed.SecondRun;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.result.RunState;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import dev.lakelight.scenario.Expectations.Idempotence;
import dev.lakelight.scenario.ModuleCall;
import dev.lakelight.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
     * @throws RuntimeException when a step fails that was to succeed, saying why; nothing is looked at then
     * @throws ScenarioFailure when something is not as expected; tells all of it, not only the first
     */
    void run() {
        List<StepEnd> ends = new ArrayList<>();

        for (ModuleCall step : scenario.run()) {
            StepEnd end = run(step);
            ends.add(end);

            if (!end.succeeded() && !failureIsExpected(end)) {
                throw end.failure().orElseThrow();
            }

            if (!end.succeeded()) {
                break;
            }
        }

        new ScenarioChecks(scenario, bed.lake()).check(ends.get(ends.size() - 1));

        if (scenario.then().idempotence() == Idempotence.REQUIRED) {
            runAgain(ends);
        }
    }

    private void runAgain(List<StepEnd> ends) {
        String steps = ends.stream().map(StepEnd::name).collect(Collectors.joining(", "));

        try {
            new SecondRun(bed.lake(), steps).verify(this::failureOfSteps);
        } catch (AssertionError e) {
            throw ScenarioFailure.of(scenario.source(), e);
        }
    }

    private Optional<RuntimeException> failureOfSteps() {
        return scenario.run().stream()
                .map(this::run)
                .filter(end -> !failureIsExpected(end))
                .flatMap(end -> end.failure().stream())
                .findFirst();
    }

    private boolean failureIsExpected(StepEnd end) {
        boolean ofTask = scenario.then().tasks().values().stream().anyMatch(RunState::failed);
        return scenario.then().error() != null || (ofTask && end.job().isPresent());
    }

    private StepEnd run(ModuleCall step) {
        return switch (step.kind()) {
            case NOTEBOOK -> StepEnd.of(runNotebook(step), step.source());
            case CLASS ->
                StepEnd.of(bed.notebooks().runClass(step.module(), configuration, step.arguments()), step.source());
            case JOB ->
                StepEnd.of(
                        bed.jobs().run(Objects.requireNonNull(step.job()), configuration, step.parameters()),
                        step.source());
        };
    }

    private NotebookRun runNotebook(ModuleCall step) {
        Notebooks notebooks = bed.notebooks().takenFor(step.language());
        return configuration == null
                ? notebooks.run(step.module(), step.parameters())
                : notebooks.run(step.module(), configuration, step.parameters());
    }
}
