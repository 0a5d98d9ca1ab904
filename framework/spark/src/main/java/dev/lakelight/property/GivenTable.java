package dev.lakelight.property;

import dev.lakelight.generate.GeneratedRows;
import dev.lakelight.generate.TableGenerator;
import dev.lakelight.lake.Lake;
import org.jspecify.annotations.Nullable;

/**
 * A table that is generated for each trial.
 *
 * @param name as users name it
 * @param schema as Spark's DDL when the table does not exist, or null
 * @param rows what to generate
 */
record GivenTable(String name, @Nullable String schema, GeneratedRows rows) {

    TableGenerator generator(Lake lake, long seed) {
        return lake.table(name).generator(schema, rows.withSeed(seed));
    }
}
