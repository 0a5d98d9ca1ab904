package dev.lakelight.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledSuiteTest {

    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void leavesEverythingThatItHasWritten() throws IOException, InterruptedException {
        Path file = directory.resolve("events.jsonl");
        Process suite = start(file);

        try (BufferedReader output = suite.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
        } finally {
            suite.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        SuiteResult result = EventLog.read(file);
        assertThat(result.breakdowns()).isEmpty();
        assertThat(result.finishedAt()).isNull();
        assertThat(result.tests()).hasSize(KilledSuite.TESTS).allMatch(test -> test.status() == TestStatus.LOST);
    }

    private static Process start(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder =
                new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", KilledSuite.class.getName(), file.toString());
        builder.environment().put("CLASSPATH", classPath);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
