package dev.lakelight.compare;

import dev.lakelight.compare.plan.RowColumns;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The differing rows of two tables, in Spark: in {@link RowColumns}, the content as each implementation has it. */
interface DifferingRows {

    /** Return all of them. */
    Dataset<Row> all();

    /** Return those that have one of some hashes. */
    Dataset<Row> ofHashes(Set<Long> hashes);

    /** Return the canonical values of one that has come to the driver, with its content. */
    List<@Nullable Object> values(Row row);
}
