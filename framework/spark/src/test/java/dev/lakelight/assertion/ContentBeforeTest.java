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

    @Test
    void looksAtTablesThatHaveAPathOnly() {
        lake.sql("CREATE TABLE delta.`/mnt/by path` USING delta AS SELECT 1 AS id");
        lake.sql("SELECT 1 AS id").write().format("delta").save("/mnt/kept");
        ContentBefore before = ContentBefore.of(lake.lake());
        before.verifyUnchanged("nothing");
        lake.sql("SELECT 2 AS id").write().format("delta").mode("append").save("/mnt/by path");

        assertThatThrownBy(() -> before.verifyUnchanged("orders.sql"))
                .isInstanceOf(TableDifferenceError.class)
                .hasMessage("""
                        orders.sql is not idempotent: it was run again on its own result.

                        delta.`/mnt/by path` differs from its content after the first run: 1 unexpected
                          expected 1 row, found 2

                            | id
                          + | 2

                          + unexpected""");

        lake.sql("SELECT 2 AS id").write().format("delta").save("/mnt/new");
        assertThatThrownBy(() -> before.verifyUnchanged("orders.sql"))
                .hasMessageEndingWith("The table delta.`/mnt/new` is there after the second run only.");
    }

    @Test
    void readsTablesWhoseNamesNeedQuotes() {
        lake.sql("CREATE TABLE `1e2` USING parquet AS SELECT 1 AS id");
        ContentBefore before = ContentBefore.of(lake.lake());

        before.verifyUnchanged("nothing");

        lake.sql("INSERT INTO `1e2` VALUES (2)");
        assertThatThrownBy(() -> before.verifyUnchanged("orders.sql")).hasMessageContaining("1 unexpected");
    }
}
