package dev.lakelight.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A suite JVM that starts a test, says so, and never ends by itself. */
final class KilledSuite {

    static final int TESTS = 50;

    private KilledSuite() {}

    public static void main(String[] arguments) throws InterruptedException {
        EventLogWriter log = EventLogWriter.create(Path.of(arguments[0]));
        log.suiteStarted(Instant.now(), Map.of());

        for (int number = 0; number < TESTS; number++) {
            log.testPlanned(new TestIdentity("test-" + number, TestKind.JUNIT, "KilledTest", "n" + number, null));
        }

        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
