package dev.lakelight.kernel;

import dev.lakelight.table.TableRows;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.types.StructType;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** Rows of Spark's external values, column by column as Kernel wants them. */
record ValueBatch(StructType schema, List<Row> rows, List<ColumnVector> columns) implements ColumnarBatch {

    static ValueBatch of(TableRows rows, StructType schema) {
        List<ColumnVector> columns = IntStream.range(0, schema.length())
                .mapToObj(i -> (ColumnVector) new ValueVector(
                        schema.at(i).getDataType(),
                        rows.rows().stream().map(row -> row.get(i)).toArray()))
                .toList();
        return new ValueBatch(schema, rows.rows(), columns);
    }

    @Override
    public StructType getSchema() {
        return schema;
    }

    @Override
    public ColumnVector getColumnVector(int ordinal) {
        return columns.get(ordinal);
    }

    @Override
    public int getSize() {
        return rows.size();
    }
}
