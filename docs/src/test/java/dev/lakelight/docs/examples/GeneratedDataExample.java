package dev.lakelight.docs.examples;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.junit.LakelightTest;
import dev.lakelight.lake.Lake;
import dev.lakelight.property.Trials;
import dev.lakelight.runtime.Notebooks;
import org.junit.jupiter.api.Test;

/** Of the chapter on generated data; compiled only. */
@LakelightTest
class GeneratedDataExample {

    @Test
    void keepsEachOrderOnce(Lake lake, Notebooks notebooks) {
        lake.table("bronze.customers")
                .withSchema("id BIGINT NOT NULL, name STRING")
                .generate(20);
        lake.table("bronze.orders")
                .withSchema("id BIGINT NOT NULL, customer_id BIGINT, status STRING, amount DECIMAL(10,2)")
                .generate(GeneratedRows.of(100)
                        .withSeed(7)
                        .withKey("id")
                        .withReference("customer_id", "bronze.customers", "id")
                        .withValues("status", "open", "paid")
                        .withRange("amount", "0.01", 500)
                        .withNulls("amount", 0));

        notebooks.run("pipelines/silver/orders.sql");

        assertThat(lake.table("silver.orders")).hasUniqueKey("id").hasRowCount(100);
    }

    @Test
    void keepsAnyOrderOnce(Lake lake, Notebooks notebooks) {
        Trials.in(lake)
                .given("bronze.orders", "id BIGINT, amount DECIMAL(10,2)", GeneratedRows.of(100))
                .check(() -> {
                    assertThat(notebooks.run("pipelines/silver/orders.sql")).succeeded();
                    assertThat(lake.table("silver.orders")).hasUniqueKey("id").hasOnlyRowsWhere("amount >= 0");
                });
    }
}
