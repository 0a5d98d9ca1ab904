package dev.lakelight.compare;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** A table in a comparison of rows: its columns are in the common order, and its rows are held in memory if they are few. */
final class Side {

    /** About a hundred megabytes of short values on either side. */
    private static final int MOST_CELLS = 2_000_000;

    private static final int MOST_ROWS = 100_000;

    private final ComparedTable table;
    private final StructType schema;
    private final int[] positions;
    private final CanonicalRow canonical;
    private final int limit;
    private @Nullable List<Row> held;
    private boolean looked;

    /** Take the columns at these positions of the table's schema. */
    Side(ComparedTable table, int[] positions) {
        this(table, positions, chosen(table.schema(), positions));
    }

    /** Take the columns at these positions of the table's schema, in the names and types of another one. */
    Side(ComparedTable table, int[] positions, StructType schema) {
        this(table, positions, schema, Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, positions.length)));
    }

    /** Hold at most {@code limit} rows. */
    Side(ComparedTable table, int[] positions, int limit) {
        this(table, positions, chosen(table.schema(), positions), limit);
    }

    private Side(ComparedTable table, int[] positions, StructType schema, int limit) {
        this.table = table;
        this.positions = positions.clone();
        this.schema = schema;
        this.canonical = CanonicalRow.of(table.schema(), positions, schema);
        this.limit = limit;
    }

    private static StructType chosen(StructType schema, int[] positions) {
        return new StructType(Arrays.stream(positions).mapToObj(schema::apply).toArray(StructField[]::new));
    }

    String name() {
        return table.name();
    }

    /** Return the columns in the common order. */
    StructType schema() {
        return schema;
    }

    /** Return the session of a table that Spark computes. */
    Optional<SparkSession> session() {
        return table instanceof SparkTable spark ? Optional.of(spark.session()) : Optional.empty();
    }

    /** Return the rows as Spark computes them. */
    Dataset<Row> dataset(SparkSession session) {
        return table.dataset(session);
    }

    /**
     * Return the columns of a dataset of its rows, in the common order and in its types. Names may be anything and occur twice, so
     * nothing is looked up by them.
     */
    List<Column> columns(Dataset<Row> dataset) {
        List<Attribute> all =
                CollectionConverters.asJava(KnownSize.analyzed(dataset).output());
        return IntStream.range(0, positions.length)
                .mapToObj(i -> column(all.get(positions[i]), schema.apply(i).dataType()))
                .toList();
    }

    private static Column column(Attribute attribute, DataType type) {
        boolean same = DataType.equalsIgnoreNullability(attribute.dataType(), type);
        Column column = ExpressionUtils.column(NormalForm.of(attribute));
        return same ? column : column.cast(type);
    }

    /** Return whether all rows are in memory. The first call reads them, if they are few and small. */
    boolean isHeld() {
        return table.isInMemory() || held().isPresent();
    }

    /** Return the number of rows that are in memory. */
    long heldRows() {
        long count = 0;

        for (Iterator<?> rows = rows(); rows.hasNext(); rows.next()) {
            count++;
        }

        return count;
    }

    /** Return all rows in canonical form, in order; those that are not held are computed once more. */
    Iterator<List<@Nullable Object>> rows() {
        Iterator<Row> rows = table.isInMemory()
                ? table.iterator()
                : held().map(List::iterator).orElseGet(table::iterator);
        Iterable<Row> once = () -> rows;
        return StreamSupport.stream(once.spliterator(), false)
                .map(canonical::of)
                .iterator();
    }

    /** Return the rows that somebody has written, and none that Spark computes. */
    Iterator<List<@Nullable Object>> writtenRows() {
        return table.isInMemory() ? rows() : Collections.emptyIterator();
    }

    private Optional<List<Row>> held() {
        if (!looked) {
            looked = true;
            held = table.few(limit).orElse(null);
        }

        return Optional.ofNullable(held);
    }
}
