package dev.lakelight.generate;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Where foreign keys find the rows that they refer to. */
@FunctionalInterface
public interface ReferencedRows {

    /**
     * Return the values that a foreign key may have, in an order that is always the same; none of them is NULL.
     *
     * @param reference to another table
     * @param columns that refer: names and types that the values must have, in order
     */
    List<Row> of(Reference reference, StructType columns);
}
