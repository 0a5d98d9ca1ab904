package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scala functions that stand in others and use what earlier cells have declared. */
class NestedFunctionTest {

    @RegisterExtension
    static final TestLake lake = new TestLake();

    @Test
    void mayTakePrimitiveValues() {
        lake.notebook("a.scala", """
                val limit = 1
                def plus(left: Int, right: Int) = left + right

                // COMMAND ----------

                val groups = sc.parallelize(Seq("a" -> 1, "a" -> 2, "b" -> 3), 2).groupByKey()
                val sums = groups.map(group => (group._1, group._2.reduce(plus))).collect().sorted
                val counts = groups.map(group => (group._1, group._2.count(n => n > limit))).collect().sorted
                val doubles = groups.map(group => (group._1, group._2.map(n => n.toDouble + limit).sum)).collect().sorted
                dbutils.notebook.exit(Seq(sums, counts, doubles).map(_.mkString(" ")).mkString("; "))
                """);

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("(a,3) (b,3); (a,1) (b,1); (a,5.0) (b,4.0)");
    }
}
