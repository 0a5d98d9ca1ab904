package dev.lakelight.compare;

import dev.lakelight.table.TableRows;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows in memory. */
final class LocalTable extends ComparedTable {

    private final List<Row> rows;

    LocalTable(String name, TableRows rows) {
        super(name, rows.schema());
        this.rows = rows.rows();
    }

    @Override
    Dataset<Row> dataset(SparkSession session) {
        return session.createDataFrame(rows, schema());
    }

    @Override
    List<Row> head(int limit) {
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    @Override
    boolean isInMemory() {
        return true;
    }

    @Override
    Iterator<Row> iterator() {
        return rows.iterator();
    }

    @Override
    ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
