package dev.lakelight.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {

    private final ShownText text =
            new ShownText("main"::equals, name -> !name.schema().equals("gone"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "table spark_catalog.main__sales.o | table main.sales.o",
                "`spark_catalog`.`main__sales`.`o` and main__sales | `main`.`sales`.`o` and main.sales",
                "schema `main__sales`, 'main__sales' | schema `main`.`sales`, 'main.sales'",
                "Relation spark_catalog.main__a__b.o[id#1] | Relation main.a__b.o[id#1]",
                "file:/lake/warehouse/main__sales.db/o | file:/lake/warehouse/main__sales.db/o",
                "spark_catalog.other__sales.o, main_sales.o | spark_catalog.other__sales.o, main_sales.o",
                "`spark_catalog`.`main__gone`.`f`, column main__gone | `main`.`gone`.`f`, column main__gone",
                "`main__sales.o` and `spark_catalog.main__gone.o` | `main.sales.o` and `main.gone.o`",
                "column t.main__sales | column t.main__sales"
            })
    void showsSchemasWithTheirCatalogs(String stored, String shown) {
        assertThat(text.of(stored)).isEqualTo(shown);
    }
}
