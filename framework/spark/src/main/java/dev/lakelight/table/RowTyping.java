package dev.lakelight.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Types written rows by a schema, and gathers what cannot be typed. */
final class RowTyping {

    private static final int MISSING = -1;

    private final StructType schema;
    private final ColumnCheck check;
    private final TypedValues values;
    private final Mistakes mistakes;
    private final List<Row> rows = new ArrayList<>();
    private int width;
    private int[] positions = {};

    RowTyping(ColumnCheck check, TypedValues values, Mistakes mistakes) {
        this.schema = check.schema();
        this.check = check;
        this.values = values;
        this.mistakes = mistakes;
    }

    /** Without the right columns there is nothing to say about rows, so these mistakes are thrown at once. */
    void columns(Header header) {
        check.problems(header).forEach(problem -> mistakes.add(header.place(), ": " + problem));
        mistakes.throwIfAny();
        width = header.names().size();
        positions =
                Stream.of(schema.fieldNames()).mapToInt(header.names()::indexOf).toArray();
    }

    void row(WrittenRow row) {
        if (row.values().size() != width) {
            mistakes.add(
                    row.place(),
                    ": found %d values for %d columns".formatted(row.values().size(), width));
            return;
        }

        rows.add(typed(row));
    }

    /**
     * Return the rows, in the schema's order of columns.
     *
     * @throws dev.lakelight.problem.UserError when there were mistakes
     */
    TableRows rows() {
        mistakes.throwIfAny();
        return new TableRows(schema, rows);
    }

    private Row typed(WrittenRow row) {
        @Nullable Object[] typed = new Object[positions.length];

        for (int i = 0; i < positions.length; i++) {
            Object written = positions[i] == MISSING ? null : row.values().get(positions[i]);
            typed[i] = typed(written, schema.apply(i), row.place());
        }

        return RowFactory.create(typed);
    }

    private @Nullable Object typed(@Nullable Object written, StructField field, Place place) {
        try {
            return values.column(written, field);
        } catch (BadValueException e) {
            mistakes.add(place, ", column %s%s: %s".formatted(field.name(), e.path(), e.reason()));
            return null;
        }
    }
}
