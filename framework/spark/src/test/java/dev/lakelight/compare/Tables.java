package dev.lakelight.compare;

import dev.lakelight.table.SchemaText;
import dev.lakelight.table.TableRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Small tables in memory. */
final class Tables {

    private Tables() {}

    static Row row(Object... values) {
        return RowFactory.create(values);
    }

    /** What was found. */
    static ComparedTable actual(String ddl, Row... rows) {
        return table("silver.customers", ddl, rows);
    }

    /** What was expected. */
    static ComparedTable expected(String ddl, Row... rows) {
        return table("expected/customers.csv", ddl, rows);
    }

    static ComparedTable table(String name, String ddl, Row... rows) {
        return ComparedTable.of(name, new TableRows(SchemaText.read(ddl), List.of(rows)));
    }

    static Optional<String> text(Optional<Mismatch> mismatch) {
        return mismatch.map(Mismatch::text);
    }
}
