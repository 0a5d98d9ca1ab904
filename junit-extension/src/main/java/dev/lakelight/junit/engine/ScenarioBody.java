package dev.lakelight.junit.engine;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.junit.testbed.TestBeds;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.scenario.Scenario;
import dev.lakelight.scenario.ScenarioCatalog;
import org.jspecify.annotations.Nullable;

/** Runs a scenario: fills a lake, runs the steps, looks at what they have left behind. */
final class ScenarioBody implements TestBody {

    private final Scenario scenario;
    private final ScenarioCatalog catalog;
    private final ProjectFiles files;

    ScenarioBody(Scenario scenario, ScenarioCatalog catalog, ProjectFiles files) {
        this.scenario = scenario;
        this.catalog = catalog;
        this.files = files;
    }

    @Override
    public void run(TestBeds beds, String testId, @Nullable String configurationName) {
        Configuration configuration =
                configurationName == null ? null : catalog.configurations().named(configurationName);
        FixtureSpec fixture = scenario.fixture() == null ? null : catalog.fixture(scenario.fixture());
        Trial trial = new Trial(testId, scenario.name(), configuration, fixture, files);

        try (TestBed bed = trial.open(beds, scenario.given())) {
            new ScenarioRun(scenario, configuration, bed).run();
        }
    }
}
