package dev.lakelight.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.lakelight.junit.ScenarioSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;

class ScenarioSuiteTest {

    private static final String SUITE = "[suite:dev.lakelight.junit.engine.ScenarioSuiteTest$AllScenarios]";

    @TempDir
    Path folder;

    TestProject project;

    @BeforeEach
    void createProject() {
        project = new TestProject(folder);
        project.write("checks/totals_test.sql", "-- Databricks notebook source\nSELECT 1\n");
        project.write("src/test/lakelight/one.yml", """
                scenarios:
                  - name: first
                    run: { notebook: checks/totals_test.sql }
                    then: { exit: ok }
                notebook-tests:
                  - notebook: checks/totals_test.sql
                """);
    }

    @Test
    void standsForTheDefaultFolder() {
        assertThat(project.ids(selectClass(AllScenarios.class)))
                .containsExactly(
                        SUITE + "/[file:src%2Ftest%2Flakelight%2Fone.yml]/[scenario:first]",
                        SUITE + "/[notebook:checks%2Ftotals_test.sql]");
    }

    @Test
    void isFoundInItsPackageAndByTheIdOfItsTests() {
        List<TestDescriptor> tests = project.tests(selectClass(AllScenarios.class));

        assertThat(tests)
                .allSatisfy(test -> assertThat(project.tests(selectUniqueId(test.getUniqueId())))
                        .hasSize(1));
        assertThat(project.ids(selectPackage(AllScenarios.class.getPackageName())))
                .anyMatch(id -> id.startsWith(SUITE));
    }

    @Test
    void isIgnoredWhereFoldersAreLookedAtAnyway() {
        assertThat(TestProject.tests(project.engine(
                                selectClass(AllScenarios.class), selectPackage(AllScenarios.class.getPackageName()))
                        .configurationParameter("lakelight.scenarioSuites.ignored", "true")))
                .isEmpty();
    }

    @Test
    void failsWhenItStandsForNothing() {
        project.engine(selectClass(NoScenarios.class))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message("There is no scenario file and no notebook test at"
                                + " 'src/test/nowhere', for which the class " + NoScenarios.class.getName() + " stands."
                                + " Looked at: " + folder.resolve("src/test/nowhere")))));
    }

    @Test
    void classesWithoutTheAnnotationAreNotOurs() {
        assertThat(project.ids(selectClass(ScenarioSuiteTest.class))).isEmpty();
    }

    @ScenarioSuite
    static class AllScenarios {}

    @ScenarioSuite("src/test/nowhere")
    static class NoScenarios {}
}
