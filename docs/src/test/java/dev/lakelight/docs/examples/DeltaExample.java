package dev.lakelight.docs.examples;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.junit.LakelightTest;
import dev.lakelight.junit.PipelineTest;
import dev.lakelight.lake.Lake;

/** Of the chapter on Delta; compiled only. */
@LakelightTest
class DeltaExample {

    @PipelineTest(notebook = "pipelines/silver/orders.sql", configurations = "small", idempotent = true)
    void mergesEachOrderOnce(Lake lake) {
        assertThat(lake.table("silver.orders"))
                .hasUniqueKey("order_id")
                .hasReferences("customer_id", lake.table("silver.customers"), "id")
                .commits()
                .hasOperations("MERGE")
                .last()
                .inserted(1)
                .updated(1);
    }
}
