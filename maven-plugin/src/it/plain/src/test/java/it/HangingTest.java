package it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("hanging")
@TestMethodOrder(MethodOrderer.MethodName.class)
class HangingTest {

    @Test
    void a_passes() {}

    /** Starts a process, tells its own process id, and never ends. */
    @Test
    void b_hangs() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(java, "-Xmx16m", "-XX:TieredStopAtLevel=1", "src/test/java/it/Sleeper.java")
                .inheritIO()
                .start();
        // The build looks twice a second at what the suite has started; what starts right before a SIGKILL can escape it.
        Thread.sleep(2_000);

        Path told = Path.of("target", "hanging.pid");
        Path part = Path.of("target", "hanging.pid.part");
        Files.writeString(part, Long.toString(ProcessHandle.current().pid()));
        Files.move(part, told);
        Thread.sleep(600_000);
    }

    @Test
    void c_isNeverReached() {}
}
