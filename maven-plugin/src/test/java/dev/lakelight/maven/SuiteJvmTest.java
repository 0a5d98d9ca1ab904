package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.EnvironmentError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteJvmTest {

    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void quotesTheLastWordsOfAJvmThatEndsBeforeTheSuiteBegins() {
        SuiteJvm jvm = jvm(List.of("-XX:NoSuchOption"));

        assertThatThrownBy(() -> jvm.run(files(), log::add))
                .isInstanceOf(EnvironmentError.class)
                .hasMessageStartingWith(
                        "The suite JVM ended with exit code 1 before the suite began. Its last words:\n")
                .hasMessageContaining("NoSuchOption");
    }

    @Test
    void handsItsOutputToTheLogAndKeepsIt() {
        SuiteJvm jvm = jvm(List.of());

        assertThatThrownBy(() -> jvm.run(files(), log::add)).hasMessageContaining("SuiteMain");

        assertThat(log).anyMatch(line -> line.contains("SuiteMain"));
        assertThat(files().output()).content().contains(log.get(0));
    }

    private SuiteFiles files() {
        return new SuiteFiles(folder.resolve("with space/lakelight"), folder.resolve("with space/lakelight-reports"));
    }

    private SuiteJvm jvm(List<String> options) {
        return new SuiteJvm(List.of(folder), options, Map.of(), folder, Duration.ofMinutes(1));
    }
}
