package dev.lakelight.compare;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The differing rows of two tables, in Spark. Each is in the columns {@link #SIGN}, {@link #PLACE}, in which rows of one key are beside
 * each other, {@link #HASH}, {@link #BYTES}, which is about its size, and {@link #ROW}, which is its content.
 */
interface DifferingRows {

    String SIGN = "sign";
    String PLACE = "place";
    String HASH = "hash";
    String BYTES = "bytes";
    String ROW = "row";

    /** Return all of them. */
    Dataset<Row> all();

    /** Return those that have one of some hashes. */
    Dataset<Row> ofHashes(Object... hashes);

    /** Return the canonical values of one that has come to the driver, with its content. */
    List<@Nullable Object> values(Row row);
}
