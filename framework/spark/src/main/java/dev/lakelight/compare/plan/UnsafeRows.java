package dev.lakelight.compare.plan;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/** Rows in Spark's binary format, in which equal ones have the same bytes. Most operators hand out such rows, but they need not. */
final class UnsafeRows implements Iterator<UnsafeRow> {

    private final Iterator<InternalRow> rows;
    private final List<DataType> types;
    private @Nullable UnsafeProjection projection;

    UnsafeRows(Iterator<InternalRow> rows, List<DataType> types) {
        this.rows = rows;
        this.types = types;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public UnsafeRow next() {
        InternalRow row = rows.next();
        return row instanceof UnsafeRow unsafe ? unsafe : converted(row);
    }

    private UnsafeRow converted(InternalRow row) {
        if (projection == null) {
            projection = UnsafeProjection.create(types.toArray(DataType[]::new));
        }

        return projection.apply(row);
    }
}
