package dev.lakelight.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.secret.KnownSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFreeEventsTest {

    @Test
    void keepsSecretsOutOfTheLogAndTestsApart(@TempDir Path folder) throws Exception {
        KnownSecrets.ofThisJvm().add("zebra-crossing-77");
        Path file = folder.resolve("events.jsonl");
        TestIdentity test = new TestIdentity("[zebra-crossing-77]", TestKind.values()[0], "suite", "name", null);
        Problem problem = new Problem("X", "it is zebra-crossing-77", "at zebra-crossing-77", null);

        try (EventLogWriter log = EventLogWriter.create(file)) {
            log.testPlanned(test);
            log.testFinished(test.id(), new TestOutcome(TestStatus.FAILED, Duration.ZERO, problem, List.of()));
            log.breakdown("no zebra-crossing-77");
        }

        assertThat(Files.readAllLines(file).get(0)).contains("\"id\":\"[zebra-crossing-77]\"");
        assertThat(Files.readAllLines(file).get(1))
                .contains("\"test\":\"[zebra-crossing-77]\"", "\"it is [REDACTED]\"", "\"at [REDACTED]\"");
        assertThat(Files.readAllLines(file).get(2)).contains("\"no [REDACTED]\"");
    }
}
