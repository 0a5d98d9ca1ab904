package dev.lakelight.dialect;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A statement that has been read and can be run. */
interface DialectStatement {

    /** Return the columns of its result; none when it has no result. */
    StructType schema();

    /** Run it, and return its result. */
    List<Row> run(SparkSession session);
}
