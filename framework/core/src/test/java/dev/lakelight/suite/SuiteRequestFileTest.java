package dev.lakelight.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRequestFileTest {

    @TempDir
    Path directory;

    @Test
    void readsWhatItHasWritten() {
        SuiteRequest request = request();
        Path file = directory.resolve("new/suite request.json");

        SuiteRequestFile.write(request, file);

        SuiteRequest read = SuiteRequestFile.read(file);
        assertThat(read).isEqualTo(request);
        assertThat(read.properties().keySet()).containsExactly("z.last", "a.first");
    }

    @Test
    void writesPlainJsonThatAHumanCanRead() throws IOException {
        Path file = directory.resolve("request.json");

        SuiteRequestFile.write(request(), file);

        assertThat(Files.readString(file))
                .contains("\"schema\" : 1", "\"includeTags\" : [ \"integration\" ]", "\"keep\" : true")
                .endsWith("}\n");
    }

    @Test
    void refusesARequestOfAnotherSchema() throws IOException {
        Path file = Files.writeString(directory.resolve("request.json"), "{\"schema\": 2}");

        assertThatThrownBy(() -> SuiteRequestFile.read(file))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("The suite request %s is not of schema 1."
                        .formatted(file)
                        .concat(" The Maven plugin and lakelight-junit must be of one version."));
    }

    @Test
    void refusesARequestThatLacksSomething() throws IOException {
        Path file = Files.writeString(directory.resolve("request.json"), "{\"schema\": 1, \"keep\": false}");

        assertThatThrownBy(() -> SuiteRequestFile.read(file))
                .isInstanceOf(EnvironmentError.class)
                .hasMessageStartingWith("Cannot read the suite request " + file + ": ")
                .hasMessageContaining("baseDirectory");
    }

    @Test
    void refusesAMissingFile() {
        Path file = directory.resolve("none.json");

        assertThatThrownBy(() -> SuiteRequestFile.read(file))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("Cannot read the suite request %s: java.nio.file.NoSuchFileException: %s"
                        .formatted(file, file));
    }

    private SuiteRequest request() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("z.last", "ü \"quoted\" \n");
        properties.put("a.first", "");
        return new SuiteRequest(
                directory,
                directory.resolve("target"),
                directory.resolve("target/lakelight/events.jsonl"),
                List.of(directory.resolve("target/test classes")),
                List.of(directory.resolve("src/test/lakelight")),
                List.of(),
                List.of("integration"),
                Map.of("lakelight.executors", "2"),
                true,
                properties);
    }
}
