package dev.lakelight.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioReaderTest {

    @TempDir
    Path base;

    @ParameterizedTest
    @MethodSource("dev.lakelight.scenario.ScenarioExample#accepted()")
    void acceptsTheExample(ScenarioExample example) {
        ScenarioCatalog catalog =
                ScenarioProject.in(base).with("a.yml", example.yaml()).read();

        assertThat(catalog.faulty()).isEmpty();
        assertThat(catalog.files()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dev.lakelight.scenario.ScenarioExample#refused()")
    void refusesTheExampleInTheseWords(ScenarioExample example) {
        ScenarioCatalog catalog =
                ScenarioProject.in(base).with("a.yml", example.yaml()).read();

        assertThat(catalog.files()).isEmpty();
        assertThat(catalog.faulty())
                .extracting(faulty -> faulty.error().getMessage().replace(ScenarioProject.FOLDER + "a.yml", "FILE"))
                .containsExactly(example.message());
    }

    @Test
    void readsWhatTestsRequire() {
        ScenarioFile file = ScenarioProject.in(base)
                .with(
                        "a.yml",
                        ScenarioExample.accepted("what the machine must have").yaml())
                .readOne();

        assertThat(file.scenarios())
                .extracting(Scenario::requires)
                .containsOnly(List.of(Requirement.PYTHON))
                .hasSize(2);
        assertThat(file.notebookTests().get(0).requires()).containsExactly(Requirement.PYTHON);
    }

    @Test
    void pointsAtTheFirstMistakeOfAFile() {
        ScenarioCatalog catalog = ScenarioProject.in(base)
                .with("a.yml", "scenarios:\n  - name: a\n    gven: {}\n    run: {}\n")
                .read();

        assertThat(catalog.faulty().get(0).file()).isEqualTo(base.resolve(ScenarioProject.FOLDER + "a.yml"));
        assertThat(catalog.faulty().get(0).error().location())
                .contains(new SourceLocation(ScenarioProject.FOLDER + "a.yml", 3));
    }

    @Test
    void refusesAFileThatIsNotText() throws IOException {
        Path file = Files.write(base.resolve("a.yml"), "name: ü".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(ScenarioProject.in(base).reader().read(List.of(file)).faulty())
                .extracting(faulty -> faulty.error().getMessage())
                .containsExactly("a.yml: The file is not UTF-8 text.");
    }

    @Test
    void refusesAFileWithControlCharacters() {
        ScenarioProject project = ScenarioProject.in(base).with("a.yml", "scenarios: \u0007\n");

        assertThatThrownBy(project.read()::orThrow)
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("src/test/lakelight/a.yml: Invalid YAML: ");
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        List<Path> missing = List.of(Path.of("none.yml"));

        assertThat(ScenarioProject.in(base).reader().read(missing).faulty())
                .extracting(faulty -> faulty.error().getMessage())
                .containsExactly("none.yml: There is no such file.");
    }

    @Test
    void findsScenarioFilesInFoldersInTheOrderOfTheirPaths() {
        ScenarioProject project =
                ScenarioProject.in(base).with("b.yml", "").with("a/c.yaml", "").with("a/d.txt", "");
        project.write("one.yml", "");

        assertThat(project.reader().find(List.of(Path.of("src/test"), Path.of("missing"), base.resolve("one.yml"))))
                .containsExactly(
                        base.resolve("one.yml"),
                        base.resolve(ScenarioProject.FOLDER + "a/c.yaml"),
                        base.resolve(ScenarioProject.FOLDER + "b.yml"));
    }
}
