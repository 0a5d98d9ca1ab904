package dev.lakelight.compare;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Rows that Spark computes, each time anew: nothing is cached. */
final class SparkTable extends ComparedTable {

    /** So many come without being measured first, which would take longer than reading them. */
    private static final int ROWS_OF_ANY_SIZE = 32;

    private final Dataset<Row> rows;

    SparkTable(String name, Dataset<Row> rows) {
        super(name, rows.schema());
        this.rows = JavaTimes.in(rows);
    }

    SparkSession session() {
        return rows.sparkSession();
    }

    @Override
    public long count() {
        return rows.count();
    }

    @Override
    Dataset<Row> dataset(SparkSession session) {
        return rows;
    }

    @Override
    List<Row> head(int limit) {
        return rows.limit(limit).collectAsList();
    }

    @Override
    Optional<List<Row>> few(int limit) {
        if (KnownSize.isOver(rows, limit, RowBytes.MOST)) {
            return Optional.empty();
        }

        if (WideRows.isOne(rows)) {
            return WideRows.few(rows, limit);
        }

        int first = RowBytes.areUnbounded(schema()) ? Math.min(limit, ROWS_OF_ANY_SIZE) : limit;
        List<Row> head = head(first + 1);

        if (head.size() <= first) {
            return Optional.of(head);
        }

        return first < limit && isSmall(limit) ? Optional.of(head(limit)) : Optional.empty();
    }

    /** Measured where the rows are: a hundred thousand documents would not fit here. */
    private boolean isSmall(int limit) {
        String[] names =
                IntStream.range(0, schema().size()).mapToObj(SignedUnion::name).toArray(String[]::new);
        Row size = rows.limit(limit + 1)
                .toDF(names)
                .agg(functions.count(lit(1)), sum(RowBytes.of(schema(), names)))
                .head();
        return size.getLong(0) <= limit && size.getLong(1) <= RowBytes.MOST;
    }

    @Override
    boolean isInMemory() {
        return false;
    }

    @Override
    Iterator<Row> iterator() {
        return rows.toLocalIterator();
    }

    @Override
    ZoneId zone() {
        return ZoneId.of(rows.sparkSession().conf().get("spark.sql.session.timeZone"));
    }
}
