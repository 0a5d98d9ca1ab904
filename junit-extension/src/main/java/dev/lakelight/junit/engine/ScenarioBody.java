package dev.lakelight.junit.engine;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.Configurations;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.junit.testbed.TestBeds;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Runs a scenario: fills a lake, runs the steps, looks at what they have left behind. */
final class ScenarioBody implements TestBody {

    private final Scenario scenario;
    private final Configurations configurations;
    private final ProjectFiles files;

    ScenarioBody(Scenario scenario, Configurations configurations, ProjectFiles files) {
        this.scenario = scenario;
        this.configurations = configurations;
        this.files = files;
    }

    @Override
    public void run(TestBeds beds, String testId, @Nullable String configurationName) {
        Configuration configuration = configurationName == null ? null : configurations.named(configurationName);
        Trial trial = new Trial(testId, scenario.name(), configuration, files);

        try (TestBed bed = trial.open(beds, scenario.given())) {
            new ScenarioRun(scenario, configuration, bed).run();
        }
    }
}
