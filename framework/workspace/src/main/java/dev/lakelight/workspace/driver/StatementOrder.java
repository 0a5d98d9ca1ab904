package dev.lakelight.workspace.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SQL statement for a driver to run.
 *
 * @param catalog that names are in which tell none, or null
 * @param schema that names are in which tell none, or null
 * @param rowLimit how many rows are read at most
 * @param byteLimit how many bytes of values are read at most
 */
public record StatementOrder(
        String sql,
        @Nullable String catalog,
        @Nullable String schema,
        List<Parameter> parameters,
        long rowLimit,
        long byteLimit) {

    /**
     * A value for a marker.
     *
     * @param value as text, or null
     * @param type in SQL
     */
    public record Parameter(String name, @Nullable String value, String type) {}
}
