package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScalaNotebookTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    private static CellRun cell(NotebookRun run, int index) {
        return run.record().cells().get(index);
    }

    @Test
    void keepsWhatCellsDeclareAndShowsResults() {
        lake.notebook("a.scala", """
                import java.time.LocalDate
                case class Item(name: String, price: Int)
                val items = Seq(Item("a", 1), Item("b", 2)).toDS()
                println(LocalDate.of(2011, 12, 9) + " é")
                items.count()

                // COMMAND ----------

                // MAGIC %sql
                // MAGIC CREATE TEMP VIEW numbers AS SELECT 1 AS id

                // COMMAND ----------

                val shown = spark.table("numbers").withColumn("text", concat(lit("x"), $"id"))
                shown.show()
                display(shown)
                displayHTML("<b>bold</b>")
                display(items.map(_.price).collect().toList)

                // COMMAND ----------

                // MAGIC %java
                // MAGIC dbutils.notebook.exit(spark.table("numbers").first().toString());
                """);

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(cell(run, 0).text()).isEqualToNormalizingNewlines("2011-12-09 é\n2\n");
        assertThat(cell(run, 2).text())
                .contains("| id|text|", "|  1|  x1|")
                .endsWith("<b>bold</b>" + System.lineSeparator() + "List(1, 2)" + System.lineSeparator());
        assertThat(cell(run, 2).output().columns()).containsExactly("id", "text");
        assertThat(cell(run, 2).output().rows()).containsExactly(List.of("1", "x1"));
        assertThat(run.exitValue()).contains("[1]");
    }

    @Test
    void hasTheNamesThatDatabricksHas() {
        lake.notebook("a.scala", """
                dbutils.widgets.text("day", "default")
                dbutils.widgets.dropdown("env", "dev", Seq("dev", "prod"), "Environment")
                sql(s"SELECT '${dbutils.widgets.get("day")}' AS day").createTempView("v")
                assert(sc.applicationId == spark.sparkContext.applicationId)
                assert(sqlContext.table("v").count == 1)
                println(lake.name + dbutils.widgets.get("env"))
                dbutils.notebook.exit(spark.table("v").as[String].first())

                // COMMAND ----------

                throw new IllegalStateException("not reached")
                """);

        NotebookRun run = lake.notebooks().run("a.scala", Map.of("day", "2011-12-09"));

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("2011-12-09");
        assertThat(run.record().cells()).extracting(CellRun::status).containsExactly(Status.EXITED);
        assertThat(cell(run, 0).text()).isEqualToNormalizingNewlines("runtimedev\n");
    }

    @Test
    void sharesItsScopeWithNotebooksThatItRunsInline() {
        lake.notebook("shared/names.scala", "val greeting = \"hello\"\ncase class Name(text: String)\n")
                .notebook("a.sql", """
                        -- MAGIC %run ./shared/names

                        -- COMMAND ----------

                        -- MAGIC %scala
                        -- MAGIC val names = Seq(Name("x"), Name("y")).toDF()
                        -- MAGIC names.createTempView("names")
                        -- MAGIC greeting

                        -- COMMAND ----------

                        SELECT count(*) AS n FROM names
                        """);

        NotebookRun run = lake.run("a.sql");

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().cells()).hasSize(4);
        assertThat(cell(run, 2).text()).isEqualToNormalizingNewlines("hello\n");
        assertThat(cell(run, 3).output().rows()).containsExactly(List.of("2"));
    }

    @Test
    void runsFunctionsAndClassesOfCellsOnExecutors() {
        lake.notebook("a.scala", """
                case class Line(customer: String, amount: Double)
                val limit = 2.0
                def isLarge(line: Line) = line.amount > limit
                val lines = Seq(Line("a", 1), Line("a", 3), Line("b", 4)).toDS()
                val large = lines.filter(line => isLarge(line)).map(line => line.copy(amount = line.amount * 10))
                val twice = udf((value: Double) => value * 2)
                spark.udf.register("thrice", (value: Double) => value * 3)
                val total = sc.parallelize(Seq(1, 2, 3), 2).map(_ * limit).sum()
                val grouped = large.groupByKey(_.customer).mapGroups((key, group) => (key, group.map(_.amount).sum))

                // COMMAND ----------

                val texts = grouped.collect().sorted.mkString(" ")
                val sums = large.select(sum(twice($"amount")), expr("sum(thrice(amount))")).as[(Double, Double)].first()
                val joined = large.as("l").join(large.as("r"), "customer").as[(String, Double, Double)].count()
                dbutils.notebook.exit(s"$total $texts $sums $joined")
                """);

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("12.0 (a,30.0) (b,40.0) (140.0,210.0) 2");
    }

    @Test
    void passesAndReturnsValuesOfOtherNotebooks() {
        lake.notebook("child.scala", "dbutils.notebook.exit(dbutils.widgets.get(\"number\") + \"!\")")
                .notebook(
                        "a.scala",
                        "dbutils.notebook.exit(dbutils.notebook.run(\"child\", 0, Map(\"number\" -> \"7\")))");

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("7!");
    }

    @Test
    void stoppingTheSessionLeavesTheClusterAlone() {
        lake.notebook("a.scala", "spark.stop()\nspark.close()");

        assertThat(lake.run("a.scala").failure()).isEmpty();
        assertThat(lake.rows("SELECT 1")).containsExactly("[1]");
    }

    @Test
    void showsTheColumnsOfAStreamWithoutStartingIt() {
        lake.notebook("a.scala", "display(spark.readStream.format(\"rate\").load())\ndisplay(null)\ndisplayHTML(null)");

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(cell(run, 0).output().columns()).containsExactly("timestamp", "value");
        assertThat(cell(run, 0).output().rows()).isEmpty();
        assertThat(cell(run, 0).text()).isEqualToNormalizingNewlines("null\nnull\n");
    }
}
