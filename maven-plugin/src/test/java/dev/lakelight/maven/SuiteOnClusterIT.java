package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole builds, with Spark. */
class SuiteOnClusterIT {

    @Test
    void buildsModulesInParallelOnMaven39WithJUnit6AndIsGreen() {
        ItProject project = ItProject.copyOf("green", "on 3.9");
        Map<String, String> files = project.filesOutsideTarget();

        ItBuild build = ItBuild.start(
                        ItSettings.maven39(), project, "verify", "-T", "2", "-Djunit.version=" + ItSettings.junit6())
                .waitFor();

        assertThat(build.log()).contains("Lakelight  GREEN", "Tests      2: 2 passed");
        assertThat(build.exitCode()).isZero();
        assertThat(project.has("pipeline/target/lakelight-reports/index.html")).isTrue();
        assertThat(project.read("pipeline/target/lakelight-reports/verdict.json"))
                .containsPattern("\"junit\"\\s*:\\s*\"" + ItSettings.junit6() + "\"");
        assertThat(project.filesOutsideTarget()).isEqualTo(files);
        build.assertNothingIsLeftBehind();
    }

    @Test
    void endsTheSuiteAndItsExecutorsWhenTheBuildIsInterrupted() {
        ItProject project = ItProject.copyOf("green", "interrupted");
        ItBuild build = ItBuild.start(ItSettings.thisMaven(), project, "verify", "-Dlakelight.tags=hanging")
                .waitForFile(project.file("pipeline/target/hanging"));

        build.interrupt().waitFor();

        assertThat(build.exitCode()).isNotZero();
        assertThat(build.offspringCount())
                .as("surefire's JVM, the suite JVM and an executor")
                .isGreaterThanOrEqualTo(3);
        build.assertNothingIsLeftBehind();
    }

    @Test
    void isRedAndNamesTheFirstFailures() {
        ItProject project = ItProject.copyOf("red", "embedded");
        Map<String, String> files = project.filesOutsideTarget();

        ItBuild build = ItBuild.run(project, "verify");

        assertThat(build.log())
                .contains("Lakelight  RED", "Tests      2: 1 passed, 1 failed")
                .anyMatch(line -> line.endsWith(" on project red: The suite is RED:"))
                .containsSequence(
                        "  1 test failed: src/test/lakelight/orders.yml > keeps orders without an amount (src/test/lakelight/orders.yml:9).",
                        "  The first of them: [src/test/lakelight/orders.yml:14] silver.orders differs from the expected rows: 1 missing",
                        "Report: " + project.file("target/lakelight-reports/index.html"));
        assertThat(build.exitCode()).isNotZero();
        assertThat(project.read("target/lakelight-reports/summary.md")).contains("keeps orders without an amount");
        assertThat(project.filesOutsideTarget()).isEqualTo(files);
    }
}
