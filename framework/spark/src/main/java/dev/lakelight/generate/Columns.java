package dev.lakelight.generate;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a table that is to be generated; letter case does not count.
 *
 * @param table as messages name it
 * @param schema its columns
 */
record Columns(String table, StructType schema) {

    /**
     * Return the position of a column.
     *
     * @throws UserError when there is none
     */
    int indexOf(String column) {
        for (int i = 0; i < schema.size(); i++) {
            if (schema.apply(i).name().equalsIgnoreCase(column)) {
                return i;
            }
        }

        List<String> known = List.of(schema.fieldNames());
        String hint = NearestName.to(column, known)
                .map(" Perhaps you mean %s."::formatted)
                .orElse("");
        throw new UserError("%s has no column %s that is generated, its columns are %s.%s"
                .formatted(table, column, String.join(", ", known), hint));
    }

    List<Integer> indexesOf(List<String> columns) {
        return columns.stream().map(this::indexOf).toList();
    }
}
