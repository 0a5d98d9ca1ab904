package dev.lakelight.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A key and the values that it has so far. NULL equals NULL.
 *
 * @param names of its columns
 * @param columns their positions
 * @param taken its values
 */
record UniqueKey(List<String> names, List<Integer> columns, Set<List<@Nullable Object>> taken) {

    static UniqueKey of(List<String> names, Columns columns) {
        return new UniqueKey(names, columns.indexesOf(names), new HashSet<>());
    }

    boolean isTakenBy(Row row) {
        return taken.contains(KeyTuple.of(row, columns));
    }

    void settle(Row row) {
        taken.add(KeyTuple.of(row, columns));
    }

    boolean isUniqueIn(List<Row> rows) {
        return rows.stream().map(row -> KeyTuple.of(row, columns)).distinct().count() == rows.size();
    }

    @Override
    public String toString() {
        return "the key (%s)".formatted(String.join(", ", names));
    }
}
