package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.databricks.WorkflowException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.scripting.SqlScriptingExecution;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that goes in circles ends with its run: no thread goes on with it. */
@Timeout(300)
class EndlessCodeTest {

    /** A busy machine takes its time to compile a cell. */
    private static final Duration AT_MOST = Duration.ofSeconds(120);

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

    private static final String HANDLES_ALL = """
            BEGIN
              DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
              WHILE true DO SELECT count(*) FROM range(0, 1000000000000, 1, 2); END WHILE;
            END
            """;
    private static final String IN_A_HANDLER = """
            BEGIN
              DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN l: LOOP ITERATE l; END LOOP; END;
              SELECT 1 / 0;
            END
            """;
    private static final String TWO_HANDLERS = """
            BEGIN
              DECLARE value INT;
              DECLARE done BOOLEAN DEFAULT false;
              DECLARE numbers CURSOR FOR SELECT id FROM range(3);
              DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = true;
              DECLARE CONTINUE HANDLER FOR DIVIDE_BY_ZERO SET value = 0;
              OPEN numbers;
              REPEAT FETCH numbers INTO value; SET value = 1 / 0; UNTIL false END REPEAT;
            END
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN DECLARE n INT DEFAULT 0; WHILE true DO SET n = 1 - n; END WHILE; END",
                "BEGIN REPEAT SELECT 1; UNTIL false END REPEAT; END",
                "BEGIN LOOP SHOW CATALOGS; END LOOP; END",
                "BEGIN l: LOOP ITERATE l; END LOOP; END",
                "BEGIN IF true THEN l: LOOP ITERATE l; END LOOP; END IF; END",
                "BEGIN one: LOOP two: LOOP LEAVE two; END LOOP; END LOOP; END",
                HANDLES_ALL,
                IN_A_HANDLER,
                TWO_HANDLERS
            })
    void sqlEnds(String script) {
        lake.notebook("endless.sql", script);

        NotebookRun run = ends("endless.sql", EndlessCodeTest::isInScript);

        assertThat(run.failure().orElseThrow())
                .hasMessageMatching(
                        "endless.sql:\\d+ \\(cell 1\\) failed: The run was cancelled: its thread was interrupted");
    }

    @Test
    void aScriptEndsWhenItsTimeIsUp() {
        lake.notebook("endless.sql", HANDLES_ALL)
                .notebook("a.java", "dbutils.notebook.run(\"endless.sql\", 1, Map.of());");

        assertThat(lake.run("a.java").failure().orElseThrow())
                .hasRootCauseInstanceOf(WorkflowException.class)
                .hasMessage(
                        "a.java:2 (cell 1) failed: The notebook 'endless.sql' did not end within 1 s and was cancelled.");
        eventually()
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("notebook endless.sql")));
    }

    private static boolean isInScript(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(SqlScriptingExecution.class.getName()));
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
        NotebookRun unused = ends(notebook, thread -> isRunning(method));
        eventually().until(() -> !isRunning(method));
    }

    private NotebookRun ends(String notebook, Predicate<Thread> goesInCircles) {
        CompletableFuture<NotebookRun> run = new CompletableFuture<>();
        Thread thread = new Thread(() -> run.complete(lake.run(notebook)));
        thread.start();
        eventually().until(() -> goesInCircles.test(thread));

        eventually().until(interrupted(thread, run::isDone));

        assertThat(run.join().succeeded()).isFalse();
        return run.join();
    }

    private static Callable<Boolean> interrupted(Thread thread, Callable<Boolean> hasEnded) {
        return () -> {
            thread.interrupt();
            return hasEnded.call();
        };
    }

    private static ConditionFactory eventually() {
        return await().atMost(AT_MOST);
    }

    private static boolean isRunning(String method) {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getMethodName().contains(method));
    }
}
