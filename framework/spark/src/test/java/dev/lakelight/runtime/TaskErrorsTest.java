package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.cluster.CellClasses;
import dev.lakelight.problem.UserError;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What executors of an external cluster say that cannot fetch the classes of cells. */
class TaskErrorsTest {

    private static final String SAID =
            "the executors do not have the functions and classes of cells: an external cluster has to fetch them from the"
                    + " driver of the tests, by spark.repl.class.uri. Move them to a class of the project, or use an embedded cluster.";

    @RegisterExtension
    static final TestLake lake = new TestLake();

    private static SparkException aborted(String cause) {
        return new SparkException("Job aborted due to stage failure: Task 0 in stage 0.0 failed 4 times, most recent"
                + " failure: Lost task 0.3 in stage 0.0 (TID 3): java.lang.ClassNotFoundException: " + cause
                + "\n\tat java.base/java.net.URLClassLoader.findClass(URLClassLoader.java:445)");
    }

    @Test
    void areExplainedForClassesOfScalaCells() {
        SparkException thrown = aborted("$line7.$read$$iw$Item");

        assertThat(TaskErrors.ofScala(new IllegalStateException(thrown)))
                .get()
                .isInstanceOf(UserError.class)
                .extracting(Throwable::getMessage)
                .isEqualTo(SAID);
        assertThat(TaskErrors.ofScala(aborted("com.acme.Item"))).isEmpty();
    }

    @Test
    void areExplainedForClassesOfJavaCells() {
        CellClasses executors = CellClasses.of(lake.session().sparkContext());
        CellClassLoader loader = CellClassLoader.under(null, executors);
        TaskErrors errors = new TaskErrors(loader);
        String own = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "notebook" + number)
                .filter(name -> loader.isNamedIn(name + ".$JShell$"))
                .findFirst()
                .orElseThrow();

        assertThat(errors.explained(aborted(own + ".$JShell$12$Item")))
                .get()
                .extracting(Throwable::getMessage)
                .isEqualTo(SAID);
        assertThat(errors.explained(aborted("notebook0.$JShell$12$Item"))).isEmpty();
    }
}
