package com.example.retail;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.junit.LakelightTest;
import dev.lakelight.junit.PipelineTest;
import dev.lakelight.lake.Lake;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;

@LakelightTest
@Tag("integration")
class RetailPipelineTest {

    @PipelineTest(
            notebook = "pipelines/bronze/load_invoice_lines.sql",
            configurations = {"small", "late-data", "empty"})
    void changesNothingWhenItRunsAgain(Lake lake, Notebooks notebooks, Configuration configuration) {
        List<Row> once = results(lake, notebooks, configuration);

        assertThat(notebooks.run("pipelines/bronze/load_invoice_lines.sql", configuration))
                .succeeded();
        List<Row> twice = results(lake, notebooks, configuration);

        assertThat(twice).isEqualTo(once).isNotEmpty();
    }

    private static List<Row> results(Lake lake, Notebooks notebooks, Configuration configuration) {
        NotebookRun clean = notebooks.run("pipelines/silver/clean_invoice_lines.sql", configuration);
        assertThat(clean).succeeded();
        assertThat(notebooks.run("pipelines/gold/daily_revenue.sql")).succeeded();
        return lake.table("gold.daily_revenue")
                .dataset()
                .orderBy("day", "country")
                .collectAsList();
    }
}
