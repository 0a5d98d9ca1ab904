package dev.lakelight.compare;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.Platform;
import scala.Function1;

/**
 * Reads rows in Spark's binary format. Spark itself would generate code for each of the columns.
 *
 * @param columns how many there are
 * @param reader makes a row of {@code java} types of one of Spark's
 */
record PackedRow(int columns, Function1<Object, Object> reader) {

    /** Read rows of a dataset, dates and times as those of {@code java.time}. */
    static PackedRow of(Dataset<Row> rows) {
        StructType schema = rows.schema();
        Function1<Object, Object> reader = SQLConf.withExistingConf(
                JavaTimes.settings(rows.sparkSession()), () -> CatalystTypeConverters.createToScalaConverter(schema));
        return new PackedRow(schema.size(), reader);
    }

    Row row(byte[] bytes) {
        UnsafeRow row = new UnsafeRow(columns);
        row.pointTo(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length);
        return (Row) reader.apply(row);
    }
}
