package dev.lakelight.benchmark.firstassertion;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The table that both contenders make, fill, read and compare. */
final class Customers {

    static final String TABLE = "customers";

    static final String CREATE = "CREATE TABLE customers (id INT, name STRING) USING DELTA";

    static final String INSERT = "INSERT INTO customers VALUES (1, 'Ann'), (2, 'Bob')";

    private Customers() {}

    static Row[] rows() {
        return new Row[] {RowFactory.create(1, "Ann"), RowFactory.create(2, "Bob")};
    }
}
