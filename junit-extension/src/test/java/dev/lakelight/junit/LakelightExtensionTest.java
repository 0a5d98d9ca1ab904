package dev.lakelight.junit;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.lake.Lake;
import dev.lakelight.result.RunState;
import dev.lakelight.runtime.Jobs;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@LakelightTest
class LakelightExtensionTest {

    private static final CyclicBarrier BOTH_HAVE_WRITTEN = new CyclicBarrier(2);

    private final Lake lakeOfConstructor;

    LakelightExtensionTest(Lake lake) {
        this.lakeOfConstructor = lake;
    }

    @BeforeEach
    void fillLake(Lake lake) {
        lake.table("bronze.customers").load("customers.csv");
    }

    @AfterEach
    void lakeIsStillThere(Lake lake) {
        assertThat(lake.table("bronze.customers").exists()).isTrue();
    }

    @Test
    void givesATestOneLakeWhereverItAsksForIt(Lake lake, SparkSession session, Cluster cluster) {
        assertThat(lake).isSameAs(lakeOfConstructor);
        assertThat(session).isSameAs(lake.session());
        assertThat(SparkSession.active()).isSameAs(session);
        assertThat(cluster.spec()).isEqualTo(ClusterSpec.embedded());
        assertThat(lake.table("bronze.customers")).hasRowCount(2);
    }

    @Test
    void runsNotebooksInTheLakeOfTheTest(Lake lake, Notebooks notebooks) {
        NotebookRun run = notebooks.run("src/test/resources/dev/lakelight/junit/copy_customers.sql");

        assertThat(run.succeeded()).isTrue();
        assertThat(lake.table("silver.customers")).hasRowCount(2);
    }

    @Test
    void runsJobsInTheLakeOfTheTest(Lake lake, Jobs jobs) {
        assertThat(jobs.run("copy_job.json")).succeeded().hasTask("copy", RunState.SUCCESS);

        assertThat(lake.table("silver.customers")).hasRowCount(2);
    }

    @Test
    void keepsTablesOfTheSameNameApartOne(Lake lake) throws Exception {
        writesWhatOnlyItReads(lake, 1);
    }

    @Test
    void keepsTablesOfTheSameNameApartTwo(Lake lake) throws Exception {
        writesWhatOnlyItReads(lake, 2);
    }

    private static void writesWhatOnlyItReads(Lake lake, int value) throws Exception {
        lake.createSchema("gold");
        lake.sql("CREATE TABLE gold.sales USING delta AS SELECT " + value + " AS amount");

        BOTH_HAVE_WRITTEN.await(3, TimeUnit.MINUTES);

        assertThat(lake.sql("SELECT amount FROM gold.sales").first().getInt(0)).isEqualTo(value);
    }

    @Nested
    class InANestedClass {

        @Test
        void sharesTheLakeOfTheConstructorAround(Lake lake) {
            assertThat(lake).isSameAs(lakeOfConstructor);
        }
    }
}
