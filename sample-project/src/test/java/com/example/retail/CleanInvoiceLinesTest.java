package com.example.retail;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.junit.LakelightTest;
import dev.lakelight.lake.Lake;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.util.Map;
import org.junit.jupiter.api.Test;

@LakelightTest
class CleanInvoiceLinesTest {

    @Test
    void mergesACorrectedInvoice(Lake lake, Notebooks notebooks) {
        lake.table("bronze.invoice_lines").load("bronze_first.csv");
        clean(notebooks, "2011-12-05");
        lake.sql(
                "INSERT INTO bronze.invoice_lines VALUES ('700002', 'LAMP-3', 'PAPER LAMP', '1', '2011-12-05 11:42:00',"
                        + " '17.99', '502.0', 'France', NULL, 'second.csv', 2, DATE'2011-12-06')");

        NotebookRun run = clean(notebooks, "2011-12-06");

        assertThat(run).succeeded();
        assertThat(lake.table("silver.invoice_lines"))
                .hasSameRowsAs("silver_corrected.csv")
                .lastCommit()
                .isMerge()
                .updated(1)
                .deleted(1);
    }

    @Test
    void doesNotBringBackAnOlderDelivery(Lake lake, Notebooks notebooks) {
        lake.table("bronze.invoice_lines").load("bronze_corrected.csv");
        clean(notebooks, "2011-12-06");

        NotebookRun again = clean(notebooks, "2011-12-05");

        assertThat(again).succeeded();
        assertThat(lake.table("silver.invoice_lines")).hasSameRowsAs("silver_corrected.csv");
    }

    private static NotebookRun clean(Notebooks notebooks, String day) {
        return notebooks.run("pipelines/silver/clean_invoice_lines.sql", Map.of("run_date", day));
    }
}
