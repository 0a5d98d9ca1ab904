package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.notebook.Notebook;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.result.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScalaMessagesTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    private static String message(NotebookRun run) {
        return run.failure().orElseThrow().getMessage();
    }

    @Test
    void saysWhatDoesNotCompile() {
        lake.notebook("pipelines/a.scala", """
                val a = 1

                // COMMAND ----------

                val b = 2

                val c = a +
                  missing
                """);

        NotebookRun run = lake.run("pipelines/a.scala");

        assertThat(message(run)).isEqualTo("""
                pipelines/a.scala:9 (cell 2) does not compile: not found: value missing
                    missing
                    ^""");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("pipelines/a.scala", 9));
    }

    @Test
    void saysWhatIsNotFinished() {
        lake.notebook("a.scala", "val a = 1\nfor (i <- 1 to 3) {\n  println(i)\n");

        assertThat(message(lake.run("a.scala"))).isEqualTo("""
                        a.scala:4 (cell 1) does not compile: '}' expected but eof found.
                            println(i)
                                      ^""");
    }

    @Test
    void endsWithExceptionsThatAreCausesOfEachOther() {
        lake.notebook("a.scala", """
                val inner = new RuntimeException("inner")
                val outer = new RuntimeException("outer", inner)
                inner.initCause(outer)
                throw outer
                """);

        NotebookRun run = lake.run("a.scala");

        assertThat(message(run)).isEqualTo("a.scala:3 (cell 1) failed: outer");
        assertThat(run.record().problem().trace()).contains("CIRCULAR REFERENCE");
    }

    @Test
    void saysWhichLineThrew() {
        lake.notebook("pipelines/a.scala", """
                def divide(by: Int): Int = {
                  val one = 1
                  one / by
                }

                // COMMAND ----------

                val a = divide(1)

                val b = Seq(1, 0)
                  .map(i =>
                     divide(i))
                  .size
                """);

        NotebookRun run = lake.run("pipelines/a.scala");

        assertThat(message(run)).isEqualTo("pipelines/a.scala:13 (cell 2) failed: / by zero");
        Throwable cause = run.failure().orElseThrow().getCause();
        assertThat(cause).isInstanceOf(ArithmeticException.class);
        assertThat(cause.getStackTrace()[0]).hasToString("cell1.divide(pipelines/a.scala:4)");
        assertThat(cause.getStackTrace()[1]).hasToString("cell2.b(pipelines/a.scala:13)");
        assertThat(run.record().problem().location()).isEqualTo(new SourceLocation("pipelines/a.scala", 13));
        assertThat(run.record().problem().trace()).doesNotContain("$line", "$iw", "cell#");
    }

    @Test
    void saysWhatToAddWhereThereIsNoCompiler() {
        Notebook notebook =
                Notebook.builder(NotebookLanguage.SCALA).cell("val a = 1").build("pipelines/a.scala");
        CellPlace place = new CellPlace(notebook, notebook.cells().get(0));

        assertThat(RunErrors.noScala(place))
                .hasMessage(
                        "Cannot run scala in pipelines/a.scala:2 (cell 1): Scala's compiler is not on the class path."
                                + " Add the dependency org.scala-lang:scala-compiler:2.13.18, with scope test or provided.");
    }

    @Test
    void namesAnUnknownWidget() {
        lake.notebook("a.scala", "dbutils.widgets.text(\"run_date\", \"\")\ndbutils.widgets.get(\"run_dat\")");

        assertThat(message(lake.run("a.scala")))
                .isEqualTo("a.scala:3 (cell 1) failed: There is no widget 'run_dat'. Widgets: run_date."
                        + " Perhaps you mean 'run_date'. Create it with dbutils.widgets.text(\"run_dat\", \"...\"),"
                        + " or pass it as a parameter of the run.");
    }

    @Test
    void saysWhatFailedInATaskWithTheNamesOfTheNotebook() {
        lake.notebook(
                "a.scala",
                "case class Item(price: Int)\n"
                        + "val items = Seq(Item(1), Item(0)).toDS()\nitems.map(item => 10 / item.price).collect()\n");

        assertThat(message(lake.run("a.scala")))
                .startsWith("a.scala:4 (cell 1) failed: ")
                .contains("/ by zero")
                .doesNotContain("$line", "$iw", "cell#");
    }
}
