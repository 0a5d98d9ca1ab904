package dev.lakelight.kernel;

import dev.lakelight.table.TableRows;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.statistics.DataFileStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a data file as Delta has Spark compute them. Those that Kernel's writer finds have bounds of more types, count no
 * NULL in arrays and maps, and have long texts in full.
 */
final class FileStatistics {

    /** Delta looks at so many columns, those within structs counted one by one. */
    private static final int MOST_COLUMNS = 32;

    private final TableRows rows;
    private final Map<Column, Literal> least = new HashMap<>();
    private final Map<Column, Literal> greatest = new HashMap<>();
    private final Map<Column, Long> nulls = new HashMap<>();

    private FileStatistics(TableRows rows) {
        this.rows = rows;
    }

    /** Return the statistics of a file that holds all of these rows. */
    static DataFileStatistics of(TableRows rows) {
        FileStatistics statistics = new FileStatistics(rows);
        leaves(rows.schema(), new Column(new String[0]), row -> row).stream()
                .limit(MOST_COLUMNS)
                .forEach(statistics::add);
        return new DataFileStatistics(
                rows.rows().size(), statistics.least, statistics.greatest, statistics.nulls, Optional.empty());
    }

    private void add(Leaf leaf) {
        List<Object> values = new ArrayList<>();

        for (Row row : rows.rows()) {
            Object value = leaf.value().apply(row);

            if (value != null) {
                values.add(value);
            }
        }

        nulls.put(leaf.column(), (long) (rows.rows().size() - values.size()));
        ValueBounds bounds = new ValueBounds(leaf.field().dataType(), values);
        bounds.least().ifPresent(bound -> least.put(leaf.column(), bound));
        bounds.greatest().ifPresent(bound -> greatest.put(leaf.column(), bound));
    }

    private static List<Leaf> leaves(StructType schema, Column parent, Function<Row, @Nullable Row> struct) {
        List<Leaf> leaves = new ArrayList<>();

        for (int i = 0; i < schema.size(); i++) {
            int index = i;
            StructField field = schema.apply(i);
            Column column = parent.appendNestedField(field.name());
            Function<Row, @Nullable Object> value = row -> {
                Row found = struct.apply(row);
                return found == null ? null : found.get(index);
            };

            if (field.dataType() instanceof StructType nested) {
                leaves.addAll(leaves(nested, column, row -> (Row) value.apply(row)));
            } else {
                leaves.add(new Leaf(column, field, value));
            }
        }

        return leaves;
    }

    /**
     * A column that is no struct.
     *
     * @param column with the structs that it is in
     * @param field its type
     * @param value of a row; null within a struct that is NULL, too
     */
    private record Leaf(Column column, StructField field, Function<Row, @Nullable Object> value) {}
}
