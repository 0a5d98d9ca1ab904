package it;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lakelight.junit.LakelightTest;
import dev.lakelight.junit.PipelineTest;
import dev.lakelight.lake.Lake;
import dev.lakelight.runtime.NotebookRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fails in surefire and in the suite. */
@Tag("integration")
@LakelightTest
class LeakTest {

    @PipelineTest(notebook = "pipelines/leaks.java", configurations = "secret")
    void failsWithTheExitValue(NotebookRun run) {
        assertEquals("other", run.exitValue().orElseThrow());
    }

    @PipelineTest(notebook = "pipelines/leaks.java", configurations = "secret")
    void failsWithTheTable(NotebookRun run, Lake lake) {
        assertThat(lake.table("silver.users")).hasSameRowsAs(lake.sql("SELECT 1 AS id, 'x' AS password"));
    }

    @PipelineTest(notebook = "pipelines/leaks.java", configurations = "secret")
    void throwsIt(NotebookRun run) {
        System.out.println("printed by a test: " + run.exitValue().orElseThrow());
        throw new IllegalStateException(
                "outer", new IllegalArgumentException("inner " + run.exitValue().orElseThrow()));
    }

    /** Surefire writes down what tests are called. */
    @ParameterizedTest
    @Tag("named")
    @ValueSource(strings = "zebra/cros\"sing&77")
    void isCalledByIt(String secret) {
        assertEquals("other", secret);
    }
}
