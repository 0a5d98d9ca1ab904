package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.lakelight.problem.UserError;
import dev.lakelight.suite.SuiteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRequestsTest {

    @TempDir
    Path base;

    @Test
    void asksForTheFoldersThatExist() throws IOException {
        Files.createDirectories(base.resolve("src/test/lakelight"));
        Files.createDirectories(base.resolve("pipelines"));
        Files.createDirectories(base.resolve("target/test-classes"));

        SuiteRequest request = request(Map.of(), Map.of(), Map.of());

        assertThat(request.scenarioRoots()).containsExactly(base.resolve("src/test/lakelight"));
        assertThat(request.notebookRoots()).containsExactly(base.resolve("pipelines"));
        assertThat(request.testClassDirectories()).containsExactly(base.resolve("target/test-classes"));
        assertThat(request.eventLog()).isEqualTo(base.resolve("target/lakelight/events.jsonl"));
        assertThat(request.includeTags()).containsExactly("integration");
        assertThat(request.clusterProperties()).containsExactly(entry("lakelight.cluster", "processes"));
    }

    @Test
    void letsTheCommandLineWinOverThePlugin() {
        SuiteRequest request = request(
                Map.of("a", "pom", "b", "pom", "spark.x", "pom", "spark.y", "pom"),
                Map.of("a", "plugin", "spark.x", "plugin"),
                Map.of("a", "typed"));

        assertThat(request.properties())
                .containsOnly(
                        entry("basedir", base.toString()),
                        entry("a", "typed"),
                        entry("spark.x", "plugin"),
                        entry("spark.y", "pom"));
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> request(List.of("src/test/lakelihgt"), Map.of(), Map.of(), Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessage("lakelight.scenarios names the folder 'src/test/lakelihgt', but there is no folder "
                        + base.resolve("src/test/lakelihgt"));
    }

    private SuiteRequest request(Map<String, String> pom, Map<String, String> plugin, Map<String, String> typed) {
        return request(List.of("src/test/lakelight"), pom, plugin, typed);
    }

    private SuiteRequest request(
            List<String> scenarios, Map<String, String> pom, Map<String, String> plugin, Map<String, String> typed) {
        ProjectFacts project = new ProjectFacts(
                "Retail",
                base,
                base.resolve("target"),
                base.resolve("target/classes"),
                base.resolve("target/test-classes"),
                List.of(),
                Map.of(),
                typed,
                pom,
                ProjectFactsFixture.BUILD_START);
        SuiteParameters parameters = new SuiteParameters(
                Map.of("lakelight.cluster", "processes"),
                List.of("integration"),
                scenarios,
                List.of("pipelines", "notebooks"),
                false,
                Duration.ofMinutes(60),
                List.of(),
                plugin,
                Map.of());
        return new SuiteRequests(project, parameters)
                .request(new SuiteFiles(base.resolve("target/lakelight"), base.resolve("target/lakelight-reports")));
    }
}
