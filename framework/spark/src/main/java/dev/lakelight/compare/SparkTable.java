package dev.lakelight.compare;

import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows that Spark computes, each time anew: nothing is cached. */
final class SparkTable extends ComparedTable {

    private final Dataset<Row> rows;

    SparkTable(String name, Dataset<Row> rows) {
        super(name, rows.schema());
        this.rows = JavaTimes.in(rows);
    }

    SparkSession session() {
        return rows.sparkSession();
    }

    Dataset<Row> dataset() {
        return rows;
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
