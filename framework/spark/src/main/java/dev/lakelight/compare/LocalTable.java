package dev.lakelight.compare;

import dev.lakelight.table.TableRows;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows in memory. */
final class LocalTable extends ComparedTable {

    private final List<Row> rows;
    private final ZoneId zone;

    LocalTable(String name, TableRows rows, ZoneId zone) {
        super(name, rows.schema());
        this.rows = rows.rows();
        this.zone = zone;
    }

    @Override
    public long count() {
        return rows.size();
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
    Optional<List<Row>> few(int limit) {
        return Optional.of(rows);
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
        return zone;
    }
}
