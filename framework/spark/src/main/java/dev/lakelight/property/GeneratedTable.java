package dev.lakelight.property;

import dev.lakelight.generate.TableGenerator;
import dev.lakelight.lake.Lake;
import dev.lakelight.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A table of a trial with its rows.
 *
 * @param generator that made them
 * @param rows all, or those that are left of them
 */
record GeneratedTable(TableGenerator generator, List<Row> rows) {

    GeneratedTable {
        rows = List.copyOf(rows);
    }

    String name() {
        return generator.table();
    }

    void seed(Lake lake) {
        lake.table(name()).load(content());
    }

    GeneratedTable with(List<Row> others) {
        return new GeneratedTable(generator, others);
    }

    GeneratedTable without(int first, int count) {
        List<Row> left = new ArrayList<>(rows.subList(0, first));
        left.addAll(rows.subList(Math.min(rows.size(), first + count), rows.size()));
        return with(left);
    }

    GeneratedTable with(int index, Row row) {
        List<Row> others = new ArrayList<>(rows);
        others.set(index, row);
        return with(others);
    }

    TableRows content() {
        return new TableRows(generator.schema(), rows);
    }
}
