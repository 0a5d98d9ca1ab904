package dev.lakelight.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lakelight.runtime.TestLake;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContentBeforeTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    @Test
    void tellsOfTablesThatCameAndWent() {
        lake.table("gone").withSchema("id INT").rows(RowFactory.create(1));
        lake.table("kept").withSchema("id INT").rows(RowFactory.create(1));
        ContentBefore before = ContentBefore.of(lake.lake());
        lake.sql("DROP TABLE gone");
        lake.table("new").withSchema("id INT").rows();

        AssertionError error = catchThrowableOfType(AssertionError.class, () -> before.verifyUnchanged("orders.sql"));

        assertThat(error).isNotInstanceOf(TableDifferenceError.class).hasMessage("""
                        orders.sql is not idempotent: it was run again on its own result.

                        The table gone is there after the first run only.

                        The table new is there after the second run only.""");
        assertThat(error.getSuppressed()).hasSize(2);
    }

    @Test
    void showsTheRowsOfOneTableThatDiffer() {
        lake.table("orders").withSchema("id INT").rows(RowFactory.create(1));
        ContentBefore before = ContentBefore.of(lake.lake());
        before.verifyUnchanged("nothing");
        lake.table("orders").insert(RowFactory.create(2));

        assertThatThrownBy(() -> before.verifyUnchanged("orders.sql"))
                .isInstanceOf(TableDifferenceError.class)
                .hasMessage("""
                        orders.sql is not idempotent: it was run again on its own result.

                        orders differs from its content after the first run: 1 unexpected
                          expected 1 row, found 2

                            | id
                          + | 2

                          + unexpected""");
    }
}
