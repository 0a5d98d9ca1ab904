package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.verdict.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteRunFileTest {

    private static final SuiteRun BEGUN =
            SuiteRun.begun(ProjectFactsFixture.BUILD_START, Map.of("lakelight.cluster", "processes"));

    @TempDir
    Path folder;

    static Stream<SuiteRun> runs() {
        return Stream.of(
                BEGUN,
                BEGUN.ended(RunFacts.ended(0), Duration.ofMillis(12_345)),
                BEGUN.ended(
                        RunFacts.ended(137).onCommit("(none)", "0123456789012345678901234567890123456789"),
                        Duration.ZERO),
                BEGUN.ended(RunFacts.timedOut(Duration.ofMinutes(90)), Duration.ofMinutes(91)),
                BEGUN.prevented("no Spark \u2028\nat all"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void readsWhatItHasWritten(SuiteRun run) {
        Path file = folder.resolve("deep/run.json");

        SuiteRunFile.write(run, file);

        assertThat(SuiteRunFile.read(file)).contains(run);
    }

    @Test
    void findsNothingWhereThereIsNoFile() {
        assertThat(SuiteRunFile.read(folder.resolve("run.json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"buildStart\": 3}"})
    void refusesAFileThatTellsNothing(String text) throws IOException {
        Path file = folder.resolve("run.json");
        Files.writeString(file, text);

        assertThatThrownBy(() -> SuiteRunFile.read(file))
                .isInstanceOf(EnvironmentError.class)
                .hasMessageStartingWith("Cannot read " + file + ", which tells how the suite ran: ");
    }
}
