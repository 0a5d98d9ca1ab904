package com.example.retail;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.junit.LakelightTest;
import dev.lakelight.lake.Lake;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

@LakelightTest
class LoadInvoiceLinesTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @Test
    void loadsEachFileOnce(Lake lake, Notebooks notebooks) throws IOException {
        Path landing = Files.createDirectory(lake.files().resolve("landing"));
        Files.writeString(landing.resolve("a.csv"), HEADER + "1,TEA,TEAPOT,1,2011-12-05 09:00:00,12.50,501.0,France\n");

        NotebookRun first = load(notebooks, landing, "2011-12-05");
        Files.writeString(landing.resolve("b.csv"), HEADER + "2,TEA,TEAPOT,1,2011-12-06 09:00:00,12.50,501.0,France\n");
        NotebookRun second = load(notebooks, landing, "2011-12-06");

        assertThat(first).succeeded();
        assertThat(second).succeeded();
        assertThat(lake.sql("SELECT source_file, source_line, load_date FROM bronze.invoice_lines"))
                .hasSameRowsAs(
                        RowFactory.create("a.csv", 2, "2011-12-05"), RowFactory.create("b.csv", 2, "2011-12-06"));
    }

    private static NotebookRun load(Notebooks notebooks, Path landing, String day) {
        return notebooks.run(
                "pipelines/bronze/load_invoice_lines.sql", Map.of("landing", landing.toString(), "run_date", day));
    }
}
