package com.example.retail;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.junit.LakelightTest;
import dev.lakelight.lake.Lake;
import dev.lakelight.runtime.Notebooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The same pipeline over a year of a real shop: Online Retail, UCI Machine Learning Repository, D. Chen (2015), CC BY 4.0,
 * doi 10.24432/C5BW33, one gzipped CSV file for each of 305 trading days. The folder lies beside the project or where the system
 * property {@code sample.online-retail} says.
 *
 * <p>The expected numbers are not the pipeline's own. They were counted from the files with the modules csv and decimal of
 * Python, which apply the rules of {@code clean_invoice_lines} line by line; those of bronze are published with the data, too.
 */
@LakelightTest
@Tag("integration")
class OnlineRetailTest {

    private static final int FIRST_LOAD = 300;

    @Test
    @EnabledIf(
            value = "isThere",
            disabledReason =
                    "The real data is not there: neither in ../shared/data/online-retail, seen from the root of the"
                            + " repository, nor where -Dsample.online-retail says")
    void loadsAYearAndFiveMoreDays(Lake lake, Notebooks notebooks) {
        List<Path> days = days();

        load(lake, notebooks, days.subList(0, FIRST_LOAD));
        days.subList(FIRST_LOAD, days.size()).forEach(day -> load(lake, notebooks, List.of(day)));
        assertThat(notebooks.run("pipelines/gold/daily_revenue.sql")).succeeded();
        assertThat(notebooks.run("pipelines/gold/customer_value.sql")).succeeded();
        assertThat(notebooks.runClass("com.example.retail.CustomerRanking", "2011-12-09"))
                .succeeded();

        assertThat(notebooks.run("pipelines/audit.java"))
                .succeeded()
                .hasExitValue("541909 lines delivered, 401564 kept, 140345 rejected");
        assertThat(lake.sql(PUBLISHED_FACTS)).hasSameRowsAs("online_retail_published_facts.csv");
        assertThat(lake.sql(VERDICTS)).hasSameRowsAs("online_retail_verdicts.csv");
        assertThat(lake.sql(LOADS)).hasSameRowsAs("online_retail_loads.csv");
        assertThat(lake.sql(LAST_DAYS)).hasSameRowsAs("online_retail_last_days.csv");
        assertThat(lake.sql(CUSTOMERS)).hasSameRowsAs("online_retail_customers.csv");
    }

    private static final String PUBLISHED_FACTS = """
            SELECT count(*) AS lines,
              count(DISTINCT invoice_no) AS invoices,
              count(DISTINCT customer_id) AS customers,
              count(DISTINCT stock_code) AS stock_codes,
              count(DISTINCT country) AS countries,
              sum(CAST(quantity AS INT) * CAST(unit_price AS DECIMAL(12, 3))) AS revenue,
              count_if(startswith(invoice_no, 'C')) AS cancelled,
              count_if(customer_id IS NULL) AS without_customer,
              count_if(description IS NULL) AS without_description
            FROM bronze.invoice_lines
            """;

    private static final String VERDICTS = """
            SELECT 'kept' AS verdict, count(*) AS lines, sum(amount) AS amount FROM silver.invoice_lines
            UNION ALL
            SELECT reason, count(*), sum(amount) FROM silver.rejected_lines GROUP BY reason
            UNION ALL
            SELECT 'all', sum(lines), sum(amount) FROM (
              SELECT count(*) AS lines, sum(amount) AS amount FROM silver.invoice_lines
              UNION ALL
              SELECT count(*), sum(amount) FROM silver.rejected_lines)
            """;

    private static final String LOADS =
            "SELECT load_date, count(*) AS kept FROM silver.invoice_lines GROUP BY load_date";

    private static final String LAST_DAYS = """
            SELECT day, sum(invoices) AS invoices, sum(sales) AS sales, sum(cancelled) AS cancelled, sum(revenue) AS revenue
            FROM gold.daily_revenue
            WHERE day >= '2011-12-05'
            GROUP BY day
            """;

    private static final String CUSTOMERS = """
            SELECT count(*) AS customers, sum(revenue) AS revenue, max_by(customer_id, revenue) AS best, max(revenue) AS most
            FROM gold.customer_ranking
            """;

    private static void load(Lake lake, Notebooks notebooks, List<Path> delivered) {
        String day = dayOf(delivered.get(delivered.size() - 1));
        Path landing = lake.files().resolve(day);
        delivered.forEach(file -> copy(file, landing));
        Map<String, String> parameters = Map.of("landing", landing.toString(), "run_date", day);

        assertThat(notebooks.run("pipelines/bronze/load_invoice_lines.sql", parameters))
                .succeeded();
        assertThat(notebooks.run("pipelines/silver/clean_invoice_lines.sql", Map.of("run_date", day)))
                .succeeded();
    }

    private static String dayOf(Path file) {
        return file.getFileName().toString().replace(".csv.gz", "");
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(file, folder.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isThere() {
        return Files.isDirectory(folder());
    }

    private static Path folder() {
        String given = System.getProperty("sample.online-retail");
        Path project = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return given == null
                ? project.resolve("../../shared/data/online-retail").normalize()
                : Path.of(given);
    }

    private static List<Path> days() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
