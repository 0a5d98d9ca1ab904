package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that goes in circles ends with its run: no thread goes on with it. */
@Timeout(120)
class EndlessCodeTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    private static final String IN_A_TASK = """
            long spinInTask(long start) { long n = start; while (n >= 0) { n = (n + 1) % 1000; } return n; }
            spark.udf().register("spin", (org.apache.spark.sql.api.java.UDF1<Long, Long>) id -> spinInTask(id),
                org.apache.spark.sql.types.DataTypes.LongType);
            spark.sql("SELECT sum(spin(id)) FROM range(1)").show();
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void spinInLoop() { long n = 0; while (n >= 0) { n = (n + 1) % 1000; } }\nspinInLoop();",
                "void spinInCatch() { while (true) { try { List.of().get(0); } catch (Exception e) { } } }\nspinInCatch();",
                "void spinInSpark() { while (true) { try { spark.range(9).count(); } catch (Throwable e) { } } }\nspinInSpark();",
                "long spinInStep(long n) { return n; }\njava.util.stream.LongStream.generate(() -> 1).map(n -> spinInStep(n)).sum();",
                IN_A_TASK
            })
    void javaEnds(String code) {
        lake.notebook("endless.java", code);
        ends("endless.java", code.substring(code.indexOf("spinIn"), code.indexOf('(')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def spinForLoop(): Unit = { var n = 0L; while (n >= 0) { n = (n + 1) % 1000 } }\nspinForLoop()",
                "def spinForTail(n: Long): Long = if (n < 0) n else spinForTail((n + 1) % 1000)\nspinForTail(0)"
            })
    void scalaEnds(String code) {
        lake.notebook("endless.scala", code);
        ends("endless.scala", code.substring(code.indexOf("spinFor"), code.indexOf('(')));
    }

    /** Threads that a cell has started may be interrupted by it for reasons of its own. */
    @Test
    void codeMayInterruptItsOwnThreads() {
        lake.notebook("a.java", """
                var turns = new java.util.concurrent.atomic.AtomicLong();
                Thread worker = new Thread(() -> {
                  while (!Thread.currentThread().isInterrupted()) { turns.incrementAndGet(); }
                  for (int i = 0; i < 10; i++) { turns.set(-1); }
                });
                worker.start();
                while (turns.get() < 10) { Thread.onSpinWait(); }
                worker.interrupt();
                worker.join();
                dbutils.notebook.exit(turns.toString());
                """);

        assertThat(lake.run("a.java").exitValue()).contains("-1");
    }

    private void ends(String notebook, String method) {
        CompletableFuture<NotebookRun> run = new CompletableFuture<>();
        Thread thread = new Thread(() -> run.complete(lake.run(notebook)));
        thread.start();
        await().until(() -> isRunning(method));

        await().until(() -> {
            thread.interrupt();
            return run.isDone();
        });

        assertThat(run.join().succeeded()).isFalse();
        await().until(() -> !isRunning(method));
    }

    private static boolean isRunning(String method) {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getMethodName().contains(method));
    }
}
