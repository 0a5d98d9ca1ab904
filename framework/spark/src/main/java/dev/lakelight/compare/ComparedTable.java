package dev.lakelight.compare;

import dev.lakelight.table.TableRows;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** One side of a comparison: a name for messages, a schema and rows. */
public abstract sealed class ComparedTable permits LocalTable, SparkTable {

    private final String name;
    private final StructType schema;

    ComparedTable(String name, StructType schema) {
        this.name = name;
        this.schema = schema;
    }

    /** Compare rows that Spark computes. */
    public static ComparedTable of(String name, Dataset<Row> rows) {
        return new SparkTable(name, rows);
    }

    /** Compare rows that are in memory. */
    public static ComparedTable of(String name, TableRows rows) {
        return of(name, rows, ZoneOffset.UTC);
    }

    /** Compare rows that are in memory, whose times are shown in a time zone. */
    public static ComparedTable of(String name, TableRows rows, ZoneId zone) {
        return new LocalTable(name, rows, zone);
    }

    /** Return its name as users know it. */
    public String name() {
        return name;
    }

    /** Return names and types of its columns. */
    public StructType schema() {
        return schema;
    }

    /** Return the number of its rows. */
    public abstract long count();

    /** Return its rows as Spark computes them, in a session that is used for rows in memory. */
    abstract Dataset<Row> dataset(SparkSession session);

    /** Return at most that many rows, from the first on. */
    abstract List<Row> head(int limit);

    /** Return all rows, or nothing where there are more than {@code limit} or they are large. */
    abstract Optional<List<Row>> few(int limit);

    /** Return whether rows beyond any limit cost no further memory. */
    abstract boolean isInMemory();

    /** Return all rows in order, holding few of them at a time. */
    abstract Iterator<Row> iterator();

    /** Return the time zone in which its times are shown. */
    abstract ZoneId zone();
}
