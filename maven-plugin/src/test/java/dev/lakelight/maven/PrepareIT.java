package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What reaches the JVMs of surefire, for each way to configure its {@code argLine}. */
class PrepareIT {

    private static final int MODULES = 5;

    @Test
    void keepsTheLaunchProfileAndTheProjectsOwnOptions() {
        ItProject project = ItProject.copyOf("arg-line", "prepared");

        ItBuild build = ItBuild.run(project, "test");

        assertTestsRanInEveryModule(build);
        assertThat(build.log().stream().filter(line -> line.startsWith("Launch profile: ")))
                .hasSize(MODULES)
                .anyMatch(line -> line.endsWith(
                        "; in an IDE use the VM option @" + project.file("late/target/lakelight/jvm-options")));
        assertThat(project.read("late/target/lakelight/jvm-options"))
                .contains("\"--add-opens=java.base/java.nio=ALL-UNNAMED\"", "\"-XX:TieredStopAtLevel=1\"");
    }

    @Test
    void leavesThePlaceholderHarmlessWhenSkipped() {
        ItBuild build = ItBuild.run(ItProject.copyOf("arg-line", "skipped"), "test", "-Dlakelight.skip=true");

        assertTestsRanInEveryModule(build);
        assertThat(build.log()).contains("No launch profile: lakelight.skip is set");
    }

    @Test
    void letsTestsLoadSparkFromAClassDataArchive() throws Exception {
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
        assertJavaReads(project.file("late/target/lakelight/jvm-options"));
        assertManifestJarIsRespected(project);
    }

    private static void assertJavaReads(Path options) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "@" + options, "-version").start();

        assertThat(process.waitFor()).isZero();
    }

    /** The archive is there by now. */
    private static void assertManifestJarIsRespected(ItProject project) {
        project.write(
                "late/pom.xml",
                project.read("late/pom.xml")
                        .replace(
                                "<build>",
                                "<properties>"
                                        + "<surefire.useManifestOnlyJar>true</surefire.useManifestOnlyJar></properties><build>"));

        ItBuild build = ItBuild.run(project, "test", "-pl", "late");

        assertThat(build.log())
                .contains(
                        "BUILD SUCCESS",
                        "Surefire's JVM does without the class data archive: property surefire.useManifestOnlyJar is"
                                + " true");
    }

    private static void assertTestsRanInEveryModule(ItBuild build) {
        assertThat(build.log()).contains("BUILD SUCCESS");
        assertThat(build.log().stream().filter("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0"::equals))
                .hasSize(MODULES);
    }
}
