package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.SourceLocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JavaNotebookTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    private static String message(NotebookRun run) {
        return run.failure().orElseThrow().getMessage();
    }

    private static CellRun cell(NotebookRun run, int index) {
        return run.record().cells().get(index);
    }

    @Test
    void keepsWhatCellsDeclare() {
        lake.notebook("a.java", """
                import java.time.LocalDate;
                record Item(String name, int price) {}
                int twice(int value) {
                  return 2 * helper(value);
                }
                int helper(int value) { return value; }
                class Shop { List<Item> items = new ArrayList<>(); }
                var shop = new Shop();

                // COMMAND ----------

                for (int i = 0; i < 3; i++) {
                  shop.items.add(new Item("item" + i, twice(i)));
                }
                System.out.println(shop.items.get(2) + " " + LocalDate.of(2011, 12, 9) + " é");
                shop.items.size()

                // COMMAND ----------

                // MAGIC %sql
                // MAGIC CREATE TEMP VIEW items AS SELECT 1 AS id

                // COMMAND ----------

                Dataset<Row> items = spark.table("items").withColumn("text", concat(lit("x"), col("id")));
                items.show();
                display(items);
                """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.failure()).isEmpty();
        assertThat(cell(run, 1).text()).isEqualToNormalizingNewlines("Item[name=item2, price=4] 2011-12-09 é\n3\n");
        assertThat(cell(run, 3).text()).contains("| id|text|").contains("|  1|  x1|");
        assertThat(cell(run, 3).output().rows()).containsExactly(List.of("1", "x1"));
    }

    @Test
    void hasSparkDbutilsAndLakeInScope() {
        lake.notebook("a.java", """
                dbutils.widgets.text("day", "default");
                dbutils.widgets.dropdown("env", "dev", List.of("dev", "prod"), "Environment");
                dbutils.widgets.remove("env");
                spark.sql("SELECT :day AS day", Map.of("day", dbutils.widgets.get("day"))).createTempView("v");
                System.out.println(dbutils.widgets.getAll() + lake.name() + dbutils.widgets.getArgument("none", "-"));
                dbutils.notebook.exit(spark.table("v").first().getString(0));

                // COMMAND ----------

                throw new IllegalStateException("not reached");
                """);

        NotebookRun run = lake.notebooks().run("a.java", Map.of("day", "2011-12-09"));

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("2011-12-09");
        assertThat(run.record().cells()).extracting(CellRun::status).containsExactly(Status.EXITED);
        assertThat(cell(run, 0).text()).isEqualToNormalizingNewlines("{day=2011-12-09}runtime-\n");
    }

    @Test
    void exitIsNotCaughtAsAnException() {
        lake.notebook("a.java", """
                try {
                  dbutils.notebook.exit("done");
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                """);

        assertThat(lake.run("a.java").exitValue()).contains("done");
    }

    @Test
    void exitThatIsCaughtEndsTheNotebookBehindItsCell() {
        lake.notebook("a.java", """
                try {
                  dbutils.notebook.exit("done");
                } catch (Throwable e) {
                  System.out.println("went on");
                }

                // COMMAND ----------

                throw new IllegalStateException("not reached");
                """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.exitValue()).contains("done");
        assertThat(run.record().cells()).extracting(CellRun::status).containsExactly(Status.EXITED);
        assertThat(cell(run, 0).text()).isEqualToNormalizingNewlines("went on\n");
        assertThat(run.warnings())
                .extracting(Object::toString)
                .containsExactly(
                        "a.java:2: dbutils.notebook.exit was called, but the cell's code has caught it and gone on"
                                + " behind it. The notebook ends with this cell. Call exit outside of try and Try.");
    }

    @Test
    void endsWithAnExceptionThatIsItsOwnCauseOrHasNoMessage() {
        lake.notebook("a.java", """
                class Circular extends RuntimeException {
                  Circular() { super("round and round", null); }
                  @Override public synchronized Throwable getCause() { return this; }
                }
                throw new Circular();
                """);
        lake.notebook("b.java", """
                class Mute extends RuntimeException {
                  @Override public String getMessage() { throw new UnsupportedOperationException(); }
                }
                throw new Mute();
                """);

        NotebookRun circular = lake.run("a.java");
        NotebookRun mute = lake.run("b.java");

        assertThat(message(circular)).isEqualTo("a.java:6 (cell 1) failed: round and round");
        assertThat(circular.record().problem().trace()).contains("CIRCULAR REFERENCE");
        assertThat(message(mute))
                .isEqualTo("b.java:5 (cell 1) failed: (its message cannot be had: getMessage() threw"
                        + " java.lang.UnsupportedOperationException)");
        assertThat(cell(mute, 0).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void showsWhatHasNoText() {
        lake.notebook("a.java", """
                class Mute {
                  @Override public String toString() { throw new UnsupportedOperationException("mute"); }
                }
                display(new Mute());
                """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.failure()).isEmpty();
        assertThat(cell(run, 0).text())
                .isEqualToNormalizingNewlines("(its text cannot be had: toString() threw"
                        + " java.lang.UnsupportedOperationException: mute)\n");
    }

    @Test
    void saysWhichLineDoesNotCompile() {
        lake.notebook(
                "pipelines/a.java", "int a = 1;\n\n// COMMAND ----------\n\nint b = 2;\n\nint c = a +\n  missing;\n");

        NotebookRun run = lake.run("pipelines/a.java");

        assertThat(message(run))
                .isEqualTo(
                        "pipelines/a.java:9 (cell 2) does not compile: cannot find symbol; symbol: variable missing");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("pipelines/a.java", 9));
    }

    @Test
    void saysWhatIsNotFinished() {
        lake.notebook("a.java", "int a = 1;\nfor (int i = 0; i < 3; i++) {\n  a++;\n");

        assertThat(message(lake.run("a.java")))
                .isEqualTo("a.java:4 (cell 1) does not compile: reached end of file while parsing");
    }

    @Test
    void saysWhatAMethodUsesThatNobodyDeclares() {
        lake.notebook("a.java", "int a = 1;\n\nint f() {\n  return g(a);\n}\n");

        assertThat(message(lake.run("a.java")))
                .isEqualTo("a.java:4 (cell 1) does not compile: not declared: method g(int)");
    }

    @Test
    void saysWhichLineThrew() {
        lake.notebook("pipelines/a.java", """
                int divide(int by) {
                  int one = 1;
                  return one / by;
                }

                // COMMAND ----------

                int a = divide(1);

                int b = List.of(1, 0).stream()
                  .map(i ->
                     divide(i))
                  .toList().size();
                """);

        NotebookRun run = lake.run("pipelines/a.java");

        assertThat(message(run)).isEqualTo("pipelines/a.java:13 (cell 2) failed: / by zero");
        Throwable cause = run.failure().orElseThrow().getCause();
        assertThat(cause).isInstanceOf(ArithmeticException.class);
        assertThat(cause.getStackTrace()[0]).hasToString("cell1.divide(pipelines/a.java:4)");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("pipelines/a.java", 13));
        assertThat(run.record().problem().trace())
                .startsWith("java.lang.ArithmeticException: / by zero\n\tat cell1.divide(pipelines/a.java:4)\n")
                .doesNotContain("jdk.jshell");
    }

    @Test
    void namesAnUnknownWidget() {
        lake.notebook("a.java", "dbutils.widgets.text(\"run_date\", \"\");\ndbutils.widgets.get(\"run_dat\");");

        assertThat(message(lake.run("a.java")))
                .isEqualTo("a.java:3 (cell 1) failed: There is no widget 'run_dat'. Widgets: run_date."
                        + " Perhaps you mean 'run_date'. Create it with dbutils.widgets.text(\"run_dat\", \"...\"),"
                        + " or pass it as a parameter of the run.");
    }

    @Test
    void stoppingTheSessionLeavesTheClusterAlone() {
        lake.notebook("a.java", "spark.stop();\nspark.close();");

        assertThat(lake.run("a.java").failure()).isEmpty();
        assertThat(lake.rows("SELECT 1")).containsExactly("[1]");
    }

    @Test
    void functionsOfCellsRunOnExecutorsOfThisJvm() {
        lake.notebook("a.java", """
                int limit = 2;
                import org.apache.spark.api.java.function.FilterFunction;

                // COMMAND ----------

                dbutils.notebook.exit("" + spark.range(5).filter((FilterFunction<Long>) id -> id > limit).count());
                """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("2");
    }
}
