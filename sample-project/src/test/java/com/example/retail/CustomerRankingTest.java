package com.example.retail;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static dev.lakelight.assertion.LakelightAssertions.assertThatThrownBy;

import dev.lakelight.junit.LakelightTest;
import dev.lakelight.lake.Lake;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import org.junit.jupiter.api.Test;

@LakelightTest
class CustomerRankingTest {

    @Test
    void givesTheBestFifthFiveInEverything(Lake lake, Notebooks notebooks) {
        lake.table("gold.customer_value").load("customer_value.csv");

        NotebookRun run = notebooks.runClass("com.example.retail.CustomerRanking", "2011-12-09");

        assertThat(run).succeeded();
        assertThat(lake.table("gold.customer_ranking")).hasSameRowsAs("customer_ranking.csv");
    }

    @Test
    void asksForTheDay() {
        assertThatThrownBy(() -> CustomerRanking.main(new String[0]))
                .hasMessage("Expected the day to rank on, but found 0 arguments");
    }
}
