package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What reaches the JVMs of surefire, for each way to configure its {@code argLine}. */
class PrepareIT {

    private static final int MODULES = 5;

    @Test
    void keepsTheLaunchProfileAndTheProjectsOwnOptions() {
        ItBuild build = ItBuild.run(ItProject.copyOf("arg-line", "prepared"), "test");

        assertTestsRanInEveryModule(build);
        assertThat(build.log().stream().filter(line -> line.startsWith("Launch profile: ")))
                .hasSize(MODULES);
    }

    @Test
    void leavesThePlaceholderHarmlessWhenSkipped() {
        ItBuild build = ItBuild.run(ItProject.copyOf("arg-line", "skipped"), "test", "-Dlakelight.skip=true");

        assertTestsRanInEveryModule(build);
        assertThat(build.log()).contains("No launch profile: lakelight.skip is set");
    }

    @Test
    void letsTestsLoadSparkFromAClassDataArchive() {
        ItProject project = ItProject.copyOf("arg-line", "with an archive");

        ItBuild build = ItBuild.run(
                project,
                "test",
                "-pl",
                "late",
                "-Dlakelight.cds=now",
                "-Dit.options=-Xlog:class+load:file=target/loaded.log");

        assertThat(build.log()).contains("BUILD SUCCESS", "Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(project.read("late/target/loaded.log"))
                .contains("org.apache.spark.SparkConf source: shared objects file (top)");
    }

    private static void assertTestsRanInEveryModule(ItBuild build) {
        assertThat(build.log()).contains("BUILD SUCCESS");
        assertThat(build.log().stream().filter("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0"::equals))
                .hasSize(MODULES);
    }
}
