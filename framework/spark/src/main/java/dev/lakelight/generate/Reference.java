package dev.lakelight.generate;

import java.util.List;

/**
 * A foreign key: the values of some columns are those of a row in another table, or in the same one.
 *
 * @param columns that refer, in order
 * @param table that they refer to, as users name it
 * @param tableColumns of that table, one for each; empty for its primary key
 */
public record Reference(List<String> columns, String table, List<String> tableColumns) {

    public Reference {
        columns = List.copyOf(columns);
        tableColumns = List.copyOf(tableColumns);
    }
}
