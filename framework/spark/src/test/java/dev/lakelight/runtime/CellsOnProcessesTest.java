package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.OnOwnCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkExecutorInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cells declare reaches executors that are JVMs of their own. Each job has a task on each of the two. */
@OnOwnCluster
class CellsOnProcessesTest {

    private static final ClusterSpec TWO = ClusterSpec.processes(2).withMemoryMegabytes(512);

    @RegisterExtension
    final TestLake lake = new TestLake(TWO);

    @Test
    void javaFunctionsAndClassesRunThere() {
        lake.notebook("a.java", """
                import org.apache.spark.api.java.function.FilterFunction;
                import org.apache.spark.api.java.function.MapFunction;
                record Item(long id, int price) implements java.io.Serializable {}
                class Doubler implements MapFunction<Long, Long> {
                  public Long call(Long id) { return 2 * plus(id); }
                }
                long plus(long id) { return id + offset; }
                int offset = 1;
                long driver = ProcessHandle.current().pid();

                // COMMAND ----------

                var items = spark.range(0, 6, 1, 2)
                    .map((MapFunction<Long, Long>) id -> new Item(id, 10 * offset).price() + id, Encoders.LONG())
                    .collectAsList();
                var doubled = spark.range(0, 3, 1, 2).map(new Doubler(), Encoders.LONG()).collectAsList();
                var here = spark.range(0, 2, 1, 2)
                    .filter((FilterFunction<Long>) id -> ProcessHandle.current().pid() == driver).count();
                dbutils.notebook.exit(items + " " + doubled + " " + here);
                """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("[10, 11, 12, 13, 14, 15] [2, 4, 6] 0");
    }

    @Test
    void javaVariablesHaveTheirPresentValuesThere() {
        lake.notebook("a.java", """
                import org.apache.spark.api.java.function.FilterFunction;
                record Limit(int value) implements java.io.Serializable {}
                var limit = new Limit(2);
                Map<String, Integer> found = new TreeMap<>();
                Object unserializable = new Object();
                long count() { return spark.range(0, 8, 1, 2).filter((FilterFunction<Long>) id -> id > limit.value()).count(); }
                found.put("first", (int) count());
                limit = new Limit(5);

                // COMMAND ----------

                found.put("second", (int) count());
                for (int i = 0; i < 3; i++) {
                  limit = new Limit(i);
                  found.put("loop" + i, (int) count());
                }
                spark.udf().register("above", (org.apache.spark.sql.api.java.UDF1<Long, Boolean>) id -> id > limit.value(), org.apache.spark.sql.types.DataTypes.BooleanType);
                limit = new Limit(6);

                // COMMAND ----------

                // MAGIC %sql
                // MAGIC CREATE TEMP VIEW above_limit AS SELECT count(*) AS n FROM range(0, 8, 1, 2) WHERE above(id)

                // COMMAND ----------

                dbutils.notebook.exit(found + " " + spark.table("above_limit").first());
                """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("{first=5, loop0=7, loop1=6, loop2=5, second=2} [1]");
    }

    @Test
    void scalaFunctionsAndClassesRunThere() {
        lake.notebook("a.scala", """
                case class Line(customer: String, amount: Double)
                object Rules extends Serializable { val factor = 10 }
                var limit = 2.0
                def isLarge(line: Line) = line.amount > limit
                val lines = spark.range(0, 6, 1, 2).map(id => Line("c" + id % 2, id.toDouble))
                val twice = udf((value: Double) => value * 2)
                val driver = ProcessHandle.current.pid

                // COMMAND ----------

                val large = lines.filter(line => isLarge(line)).map(line => line.copy(amount = line.amount * Rules.factor))
                val sums = large.groupByKey(_.customer).mapGroups((key, group) => (key, group.map(_.amount).sum))
                val texts = sums.collect().sorted.mkString(" ")
                val doubled = large.select(sum(twice($"amount"))).as[Double].first()
                val total = sc.parallelize(1 to 4, 2).map(_ * limit).sum()
                val here = sc.parallelize(1 to 2, 2).filter(_ => ProcessHandle.current.pid == driver).count()
                limit = 4.0
                dbutils.notebook.exit(s"$texts $doubled $total $here ${lines.filter(isLarge(_)).count()}")
                """);

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("(c0,40.0) (c1,80.0) 240.0 20.0 0 1");
    }

    @Test
    void scalaFunctionsTellClassesOfCellsApartThere() {
        lake.notebook("a.scala", """
                sealed trait Shape
                case class Circle(radius: Int) extends Shape
                case class Square(side: Int) extends Shape
                val shapes = sc.parallelize(Seq[Shape](Circle(1), Square(2), Square(3)), 2)

                // COMMAND ----------

                val sizes = shapes.map { case Circle(radius) => radius; case Square(side) => 10 * side }.collect().sum
                val keys = shapes.map(shape => (Square(2), 1)).reduceByKey(_ + _).collect().toList
                dbutils.notebook.exit(s"$sizes $keys")
                """);

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("51 List((Square(2),3))");
    }

    @Test
    void pythonFunctionsRunThere() {
        PySpark.assumeFunctions(lake.session());
        lake.file("helpers.py", "FACTOR = 10\n").notebook("a.py", """
                import helpers
                def times(value):
                    return value * helpers.FACTOR
                ids = [row[0] for row in spark.range(0, 3, 1, 2).select(udf(times, "long")("id")).collect()]
                dbutils.notebook.exit("%s %d" % (ids, sc.parallelize(range(3), 2).map(times).sum()))
                """);

        NotebookRun run = lake.run("a.py");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("[0, 10, 20] 30");
    }

    @Test
    void runsSeeNothingOfEachOther() throws Exception {
        lake.notebook("a.java", """
                import org.apache.spark.api.java.function.MapFunction;
                dbutils.widgets.text("number", "0");
                int number = Integer.parseInt(dbutils.widgets.get("number"));
                class Adder implements MapFunction<Long, Long> {
                  public Long call(Long id) { return id + number; }
                }
                dbutils.notebook.exit("" + spark.range(0, 2, 1, 2).map(new Adder(), Encoders.LONG()).collectAsList());
                """).notebook("b.scala", """
                val number = dbutils.widgets.get("number").toInt
                case class Added(value: Long)
                def plus(id: Long) = id + number
                val added = spark.range(0, 2, 1, 2).map(id => Added(plus(id)))
                dbutils.notebook.exit(added.collect().map(_.value).mkString("[", ", ", "]"))
                """);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        try {
            List<Future<NotebookRun>> runs = IntStream.range(0, 4)
                    .mapToObj(number -> threads.submit(() -> lake.notebooks()
                            .run(number < 2 ? "a.java" : "b.scala", Map.of("number", "" + 10 * number))))
                    .toList();

            for (int number = 0; number < 4; number++) {
                NotebookRun run = runs.get(number).get();
                assertThat(run.failure()).isEmpty();
                assertThat(run.exitValue()).contains("[%d, %d]".formatted(10 * number, 10 * number + 1));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.java  | spark.range(0, 2, 1, 2).map((org.apache.spark.api.java.function.MapFunction<Long, Long>)"
                        + " id -> { new java.io.File(\"STARTED\" + id).createNewFile(); long n = id; while (n >= 0) { n = (n + 1) % 1000; } return n; }, Encoders.LONG()).collect();",
                "a.scala | sc.parallelize(0 to 1, 2).map { id => new java.io.File(\"STARTED\" + id).createNewFile(); var n = id; while (n >= 0) { n = (n + 1) % 1000 }; n }.collect()"
            })
    void functionsThatGoInCirclesEndThereWithTheirRun(String notebook, String code) {
        Path started = lake.base().resolve("started");
        lake.notebook(notebook, code.replace("STARTED", started.toString()));
        List<Integer> before = ports();
        CompletableFuture<NotebookRun> run = new CompletableFuture<>();
        Thread thread = new Thread(() -> run.complete(lake.run(notebook)));
        thread.start();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> Files.exists(Path.of(started + "0")) && Files.exists(Path.of(started + "1")));

        thread.interrupt();

        assertThat(run.join().succeeded()).isFalse();
        await().atMost(Duration.ofSeconds(60)).until(() -> runningTasks() == 0);
        assertThat(ports()).isEqualTo(before);
    }

    private int runningTasks() {
        return executors().mapToInt(SparkExecutorInfo::numRunningTasks).sum();
    }

    private List<Integer> ports() {
        return executors().map(SparkExecutorInfo::port).sorted().toList();
    }

    private Stream<SparkExecutorInfo> executors() {
        return Stream.of(lake.session().sparkContext().statusTracker().getExecutorInfos());
    }

    @Test
    void namesAVariableThatCannotGoThere() {
        lake.notebook("a.java", """
                import org.apache.spark.api.java.function.FilterFunction;
                class Shop { int size() { return 1; } }
                Shop shop = new Shop();
                spark.range(0, 2, 1, 2).filter((FilterFunction<Long>) id -> id > shop.size()).count();
                """);

        assertThat(lake.run("a.java").failure().orElseThrow())
                .hasMessage(
                        "a.java:5 (cell 1) failed: executor processes do not have the variable 'shop': its value cannot be"
                                + " serialized. Let its class implement java.io.Serializable, or make the value where it is used.");
    }
}
