package dev.lakelight.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a result, as text.
 *
 * @param columns names, in order
 * @param types Spark's short type names, in the order of the columns
 * @param rows shown rows, each as long as {@code columns}; a null cell is a SQL NULL
 * @param truncated whether there are more rows than shown
 */
public record TableSample(
        List<String> columns, List<String> types, List<List<@Nullable String>> rows, boolean truncated) {

    public TableSample {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        rows = rows.stream().map(TableSample::copyWithNulls).toList();
    }

    private static List<@Nullable String> copyWithNulls(List<@Nullable String> row) {
        return Collections.unmodifiableList(new ArrayList<>(row));
    }
}
