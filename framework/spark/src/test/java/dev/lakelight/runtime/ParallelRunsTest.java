package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ParallelRunsTest {

    private static final String CELLS = """
            dbutils.widgets.text("number", "0");
            int number = Integer.parseInt(dbutils.widgets.get("number"));
            for (int i = 0; i < 20; i++) {
              System.out.println(number);
              Thread.sleep(5);
            }
            Thread other = new Thread(() -> System.out.println("thread of " + number));
            other.start();
            other.join();

            // COMMAND ----------

            // MAGIC %sql
            // MAGIC CREATE TEMP VIEW mine AS SELECT :number AS number

            // COMMAND ----------

            dbutils.notebook.exit(SparkSession.active().table("mine").first().getString(0) + number);
            """;

    @RegisterExtension
    final TestLake lake = new TestLake();

    @Test
    void seeNothingOfEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);

        try {
            lake.notebook("a.java", CELLS);
            List<Future<NotebookRun>> runs = IntStream.range(0, 3)
                    .mapToObj(number -> threads.submit(
                            () -> lake.notebooks().run("a.java", Map.of("number", String.valueOf(number)))))
                    .toList();

            for (int number = 0; number < 3; number++) {
                NotebookRun run = runs.get(number).get();
                assertThat(run.failure()).isEmpty();
                assertThat(run.exitValue()).contains("" + number + number);
                assertThat(run.record().cells().get(0).text())
                        .isEqualToNormalizingNewlines((number + "\n").repeat(20) + "thread of " + number + "\n");
            }

            assertThat(threads.submit(SparkSession::active).get()).isSameAs(lake.session());
        } finally {
            threads.shutdownNow();
        }
    }
}
