package dev.lakelight.junit.engine;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.junit.testbed.ModuleFailedException;
import dev.lakelight.junit.testbed.ProjectScenarios;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.junit.testbed.TestBeds;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.scenario.NotebookTestSpec;
import org.jspecify.annotations.Nullable;

/** Runs a notebook that is a test; it passes when the notebook does. */
final class NotebookBody implements TestBody {

    private final String notebook;
    private final NotebookTestSpec test;
    private final ProjectScenarios scenarios;

    NotebookBody(String notebook, NotebookTestSpec test, ProjectScenarios scenarios) {
        this.notebook = notebook;
        this.test = test;
        this.scenarios = scenarios;
    }

    @Override
    public void run(TestBeds beds, String testId, @Nullable String configurationName) {
        Configuration configuration =
                configurationName == null ? null : scenarios.configurations().named(configurationName);
        FixtureSpec fixture = test.fixture() == null ? null : scenarios.fixture(test.fixture());
        Trial trial = new Trial(testId, notebook, configuration, fixture, scenarios.files());

        try (TestBed bed = trial.open(beds, test.given())) {
            NotebookRun run = configuration == null
                    ? bed.notebooks().run(notebook, test.parameters())
                    : bed.notebooks().run(notebook, configuration, test.parameters());

            if (!run.succeeded()) {
                throw ModuleFailedException.of(run, test.source());
            }
        }
    }
}
