package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a suite can end, on suites that need no Spark. */
class SuiteEndingIT {

    @Test
    void isGreenWhenAllTestsPass() {
        ItProject project = ItProject.copyOf("plain", "passing");

        ItBuild build = ItBuild.run(project, "verify", "-Dlakelight.tags=passing", "-Dit.typed=typed");

        assertThat(build.log()).contains("Lakelight  GREEN", "Tests      1: 1 passed");
        assertThat(build.exitCode()).isZero();
        assertThat(project.has("target/lakelight/suite-request.json"))
                .as("what the user typed is not left behind")
                .isFalse();
    }

    @Test
    void isRedWhenNoTestIsFound() {
        ItBuild build = ItBuild.run(ItProject.copyOf("plain", "empty"), "verify", "-Dlakelight.tags=nobody");

        assertThat(build.log())
                .contains("Lakelight  RED", "Why        No test ran: the suite found none.")
                .anyMatch(line -> line.contains("The suite is RED:"));
        assertThat(build.exitCode()).isNotZero();
    }

    @Test
    void goesOnWhenFailuresAreToBeIgnored() {
        ItProject project = ItProject.copyOf("plain", "ignored");

        ItBuild build = ItBuild.run(project, "verify", "-Dlakelight.tags=nobody", "-Dmaven.test.failure.ignore=true");

        assertThat(build.log()).contains("Lakelight  RED");
        assertThat(build.exitCode()).isZero();
        assertThat(project.read("target/lakelight-reports/verdict.json")).contains("\"RED\"");
    }

    @Test
    void isRedWhenTheSuiteJvmIsKilled() {
        ItProject project = ItProject.copyOf("plain", "killed");
        ItBuild build = ItBuild.start(ItSettings.thisMaven(), project, "verify", "-Dlakelight.tags=hanging")
                .waitForFile(project.file("target/hanging.pid"));

        ProcessHandle.of(Long.parseLong(project.read("target/hanging.pid")))
                .orElseThrow()
                .destroyForcibly();
        build.waitFor();

        assertThat(build.log())
                .contains("Lakelight  RED", "Tests      3: 1 passed, 2 lost")
                .anyMatch(line -> line.contains("The suite JVM ended with exit code 137 (signal 9)."));
        assertThat(build.exitCode()).isNotZero();
        build.assertNothingIsLeftBehind();
    }

    @Test
    void isRedWhenTheTimeIsUp() {
        ItProject project = ItProject.copyOf("plain", "timeout");

        ItBuild build = ItBuild.run(project, "verify", "-Dlakelight.tags=hanging", "-Dlakelight.timeout=6s");

        assertThat(build.log())
                .contains(
                        "Lakelight  RED",
                        "Tests      3: 1 passed, 2 lost",
                        "Why        The suite was stopped because it took longer than 6 s. (and 2 more reasons)");
        assertThat(build.exitCode()).isNotZero();
        build.assertNothingIsLeftBehind();
    }

    @Test
    void saysEveryReasonWhyItIsSkipped() {
        ItProject project = ItProject.copyOf("plain", "skipped");

        ItBuild build =
                ItBuild.run(project, "verify", "-Dlakelight.skip", "-DskipITs", "-DskipTests", "-Dmaven.test.skip");

        String reasons = "lakelight.skip is set, maven.test.skip is set, skipITs is set, skipTests is set";
        assertThat(build.log())
                .contains(
                        "The suite is skipped: " + reasons,
                        "There is no verdict, because the suite is skipped: " + reasons);
        assertThat(build.exitCode()).isZero();
        assertThat(project.has("target/lakelight-reports")).isFalse();
    }
}
