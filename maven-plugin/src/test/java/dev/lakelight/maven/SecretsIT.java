package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline puts a secret wherever it can, and nothing that a build leaves or prints has it. */
class SecretsIT {

    private static final String SECRET = "zebra/cros\"sing&77";
    private static final List<String> FORMS = List.of(
            SECRET,
            "zebra%2Fcros%22sing%2677",
            "zebra%2Fcros",
            "zebra/cros\\\"sing&77",
            "zebra/cros\"sing&amp;77",
            "zebra/cros&quot;sing&amp;77");

    /** What the build compiles from, which has it in a parameter. */
    private static final String TEST_CLASSES = "test-classes";

    @Test
    void areNowhereInWhatABuildLeavesAndPrints(@TempDir Path elsewhere) throws Exception {
        ItProject project = ItProject.copyOf("secrets", "leaking");
        Path file = Files.writeString(elsewhere.resolve("password"), SECRET + "\n");
        String scenarios = "src/test/lakelight/leaks.yml";
        project.write(scenarios, project.read(scenarios).replace("SECRET_FILE", "'" + file + "'"));

        ItBuild build = ItBuild.run(
                project,
                "verify",
                "-Dmaven.test.failure.ignore=true",
                "-Dsurefire.useFile=false",
                "-DexcludedGroups=named");

        assertThat(build.log()).contains("Lakelight  RED", "Tests      7: 4 failed, 3 errors");
        assertThat(build.lines()).noneMatch(SecretsIT::hasSecret);
        assertThat(build.lines()).anyMatch(line -> line.contains("logged [REDACTED]"));
        assertThat(withSecrets(project.file("target"))).isEmpty();
        assertThat(List.of(
                        "lakelight-reports/index.html",
                        "lakelight-reports/verdict.json",
                        "lakelight-reports/summary.md",
                        "lakelight-reports/TEST-it.LeakTest.xml",
                        "lakelight/events.jsonl",
                        "lakelight/suite.log"))
                .allSatisfy(
                        report -> assertThat(project.read("target/" + report)).contains("REDACTED"));
    }

    private static List<Path> withSecrets(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(TEST_CLASSES))
                    .filter(file -> hasSecret(read(file)))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean hasSecret(String text) {
        return FORMS.stream().anyMatch(text::contains);
    }
}
