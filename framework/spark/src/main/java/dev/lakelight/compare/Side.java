package dev.lakelight.compare;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

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
    private @Nullable List<Row> head;

    /** Take the columns at these positions of the table's schema. */
    Side(ComparedTable table, int[] positions) {
        this(table, positions, Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, positions.length)));
    }

    /** Hold at most {@code limit} rows. */
    Side(ComparedTable table, int[] positions, int limit) {
        this.table = table;
        this.positions = positions.clone();
        this.schema = new StructType(
                Arrays.stream(positions).mapToObj(table.schema()::apply).toArray(StructField[]::new));
        this.canonical = CanonicalRow.of(table.schema(), positions);
        this.limit = limit;
    }

    String name() {
        return table.name();
    }

    /** Return the columns in the common order. */
    StructType schema() {
        return schema;
    }

    /** Return the rows of a table that is not held, its columns named by their place in the common order. */
    Dataset<Row> numberedColumns() {
        String[] names = new String[positions.length];

        for (int i = 0; i < positions.length; i++) {
            names[positions[i]] = SignedUnion.name(i);
        }

        return ((SparkTable) table).dataset().toDF(names);
    }

    /** Return whether all rows are in memory. The first call reads them, one more than the limit at most. */
    boolean isHeld() {
        return table.isInMemory() || head().size() <= limit;
    }

    /** Return all rows in canonical form, in order; those that are not held are computed once more. */
    Iterator<List<@Nullable Object>> rows() {
        Iterator<Row> rows = table.isInMemory() || head().size() > limit ? table.iterator() : head().iterator();
        Iterable<Row> once = () -> rows;
        return StreamSupport.stream(once.spliterator(), false)
                .map(canonical::of)
                .iterator();
    }

    private List<Row> head() {
        if (head == null) {
            head = table.head(limit + 1);
        }

        return head;
    }
}
