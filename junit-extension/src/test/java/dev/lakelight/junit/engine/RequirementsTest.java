package dev.lakelight.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** No test of this project can run here, so no cluster is started. */
class RequirementsTest {

    private static final String PYTHON = "lakelight.python";

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void testsAreSkippedWithTheReasonWhereThereIsNoPython(@TempDir Path folder) {
        TestProject project = new TestProject(folder);
        project.write("src/test/lakelight/a.yml", """
                configurations: { one: {}, two: {} }
                scenarios:
                  - { name: scenario, requires: python, configurations: [one, two], run: { notebook: a.py } }
                notebook-tests:
                  - { notebook: checks/a_test.py, requires: [python] }
                """);
        project.write("a.py", "# Databricks notebook source\n1\n");
        project.write("checks/a_test.py", "# Databricks notebook source\n1\n");
        System.setProperty(PYTHON, "no-python-here");

        try {
            assertThat(project.engine(selectDirectory(folder.toFile())).execute().testEvents().stream()
                            .map(RequirementsTest::told))
                    .containsExactlyInAnyOrder(
                            told("scenario [one]"), told("scenario [two]"), told("checks/a_test.py"));
        } finally {
            System.clearProperty(PYTHON);
        }
    }

    private static String told(Event event) {
        String name = event.getTestDescriptor().getDisplayName();
        return event.getType() == EventType.SKIPPED
                ? "%s: %s".formatted(name, event.getRequiredPayload(String.class))
                : "%s %s".formatted(name, event.getType());
    }

    private static String told(String test) {
        return test
                + ": It requires python, but the property lakelight.python is 'no-python-here', which cannot be started or is no"
                + " Python 3. Name the file of a Python 3 that has PySpark.";
    }
}
