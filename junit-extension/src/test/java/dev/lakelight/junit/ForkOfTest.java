package dev.lakelight.junit;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.lake.Fixture;
import dev.lakelight.lake.Lake;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@LakelightTest
@ForkOf(ForkOfTest.Shop.class)
class ForkOfTest {

    @Test
    void eachTestHasTheTablesOfTheFixture(Lake lake) {
        assertThat(lake).changedNothing();

        lake.sql("DELETE FROM orders");

        assertThat(lake.table("orders")).hasRowCount(0);
        assertThat(lake).changedOnly("orders");
    }

    @Test
    void eachTestHasTablesOfItsOwn(Lake lake) {
        lake.sql("INSERT INTO orders VALUES (3)");

        assertThat(lake.table("orders")).hasRowCount(3);
    }

    @Test
    @ForkOf(Nothing.class)
    void theMethodsFixtureWins(Lake lake) {
        assertThat(lake.tables()).isEmpty();
    }

    @Nested
    class Inside {

        @Test
        void nestedClassesForkTheSame(Lake lake) {
            assertThat(lake.table("orders")).hasRowCount(2);
        }
    }

    static final class Shop implements Supplier<Fixture> {

        @Override
        public Fixture get() {
            return Fixture.of("shop", lake -> lake.sql("CREATE TABLE orders AS SELECT explode(array(1, 2)) AS id"));
        }
    }

    static final class Nothing implements Supplier<Fixture> {

        @Override
        public Fixture get() {
            return Fixture.of("nothing", lake -> {});
        }
    }
}
