package dev.lakelight.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Structs: each of the edges of all fields, side by side. The first is that of NULLs where they may be.
 *
 * @param fields values of the fields, in order
 */
record StructValues(List<ColumnValues> fields) implements ColumnValues {

    @Override
    public List<@Nullable Object> edges() {
        List<List<@Nullable Object>> edges =
                fields.stream().map(ColumnValues::edges).toList();
        int most = edges.stream().mapToInt(List::size).max().orElse(1);
        List<@Nullable Object> structs = new ArrayList<>();

        for (int i = 0; i < most; i++) {
            int row = i;
            structs.add(RowFactory.create(
                    edges.stream().map(each -> each.get(row % each.size())).toArray()));
        }

        return structs;
    }

    @Override
    public Object random(Random random) {
        return RowFactory.create(
                fields.stream().map(field -> field.random(random)).toArray());
    }

    /** Each field by itself. */
    @Override
    public List<Object> simpler(Object value) {
        Row struct = (Row) value;
        List<Object> simpler = new ArrayList<>();

        for (int i = 0; i < fields.size(); i++) {
            int field = i;
            Object found = struct.get(i);
            List<Object> candidates = found == null ? List.of() : fields.get(i).simpler(found);
            candidates.forEach(candidate -> simpler.add(with(struct, field, candidate)));
        }

        return simpler;
    }

    private static Row with(Row struct, int field, Object value) {
        @Nullable Object[] values = new Object[struct.length()];
        Arrays.setAll(values, struct::get);
        values[field] = value;
        return RowFactory.create(values);
    }
}
