package dev.lakelight.generate;

import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key and the values that it may have.
 *
 * @param columns positions of the columns that refer
 * @param targets positions of the columns of the same table that it refers to; empty when it refers to another one
 * @param values that it may have: of another table, or of the rows so far of the same one
 * @param nulls share of rows in which it is NULL
 */
record ForeignKey(List<Integer> columns, List<Integer> targets, List<Row> values, double nulls) {

    /** Put values into a row whose other columns are there: NULL into the first row if that may be, any into later ones. */
    void fill(@Nullable Object[] row, int number, Random random) {
        boolean isNull = nulls > 0 && (number == 0 || random.nextDouble() < nulls);
        Row value = isNull ? null : value(row, random);

        for (int i = 0; i < columns.size(); i++) {
            row[columns.get(i)] = value == null ? null : value.get(i);
        }
    }

    /** Let later rows refer to this one, if it is of the same table. */
    void settle(Row row) {
        if (!targets.isEmpty()) {
            values.add(RowFactory.create(targets.stream().map(row::get).toArray()));
        }
    }

    /** The first row of a table that refers to itself can refer to nothing else. */
    private Row value(@Nullable Object[] row, Random random) {
        return values.isEmpty()
                ? RowFactory.create(targets.stream().map(target -> row[target]).toArray())
                : values.get(random.nextInt(values.size()));
    }
}
