package dev.lakelight.junit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lakelight.problem.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Settings NOTHING_SAID = new Settings(name -> Optional.empty());

    @Test
    void takesTheWorkingDirectoryWhenNothingIsSaid() {
        assertThat(NOTHING_SAID.baseDirectory()).isEqualTo(Path.of("").toAbsolutePath());
        assertThat(NOTHING_SAID.buildDirectory()).isEqualTo(Path.of("target").toAbsolutePath());
    }

    @Test
    void prefersItsOwnPropertyToMavens(@TempDir Path own) {
        Settings mavens = NOTHING_SAID.overriddenBy(Map.of("basedir", "maven"));

        assertThat(mavens.baseDirectory()).isEqualTo(Path.of("maven").toAbsolutePath());
        assertThat(mavens.overriddenBy(Map.of("lakelight.basedir", own.toString()))
                        .baseDirectory())
                .isEqualTo(own);
    }

    @Test
    void readsAListOfScenarioFolders(@TempDir Path base) {
        Settings settings = in(base).overriddenBy(Map.of("lakelight.scenarios", "scenarios, " + base.resolve("more")));

        assertThat(settings.scenarioRoots()).containsExactly(base.resolve("scenarios"), base.resolve("more"));
    }

    @Test
    void resolvesFilesInScenarioFoldersThenInTestResourcesThenInTheBaseDirectory(@TempDir Path base) throws Exception {
        Path inBase = file(base.resolve("data.csv"));
        assertThat(in(base).projectFiles().resolve("data.csv")).isEqualTo(inBase);

        Path inResources = file(base.resolve("src/test/resources/data.csv"));
        assertThat(in(base).projectFiles().resolve("data.csv")).isEqualTo(inResources);

        Path inScenarios = file(base.resolve("src/test/lakelight/data.csv"));
        assertThat(in(base).projectFiles().resolve("data.csv")).isEqualTo(inScenarios);
    }

    @Test
    void readsSwitchesAndNumbers() {
        Settings settings = NOTHING_SAID.overriddenBy(Map.of("lakelight.keep", "true", "lakelight.parallelism", "3"));

        assertThat(NOTHING_SAID.keepsLakes()).isFalse();
        assertThat(settings.keepsLakes()).isTrue();
        assertThat(NOTHING_SAID.parallelism()).isOne();
        assertThat(settings.parallelism()).isEqualTo(3);
    }

    @Test
    void saysWhichNumbersItAccepts() {
        Settings settings = NOTHING_SAID.overriddenBy(Map.of("lakelight.parallelism", "many"));

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(settings::parallelism)
                .withMessage("lakelight.parallelism is 'many'. Accepted are whole numbers from 1.");
    }

    private static Settings in(Path base) {
        return NOTHING_SAID.overriddenBy(Map.of("lakelight.basedir", base.toString()));
    }

    private static Path file(Path path) throws Exception {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "");
    }
}
