package dev.lakelight.compare.plan;

import static dev.lakelight.plan.PlanNode.seq;

import dev.lakelight.compare.plan.RowPacking.Signs;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/** Packs rows one by one, each into the same object. */
final class RowPacker implements Iterator<InternalRow> {

    private final Iterator<UnsafeRow> rows;
    private final RowPacking packing;
    private final List<DataType> types;
    private final UnsafeRowWriter writer = new UnsafeRowWriter(RowColumns.COUNT);
    private @Nullable UnsafeProjection key;

    RowPacker(Iterator<UnsafeRow> rows, RowPacking packing, List<DataType> types) {
        this.rows = rows;
        this.packing = packing;
        this.types = types;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public InternalRow next() {
        UnsafeRow row = rows.next();
        long sign = packing.signs() == Signs.LAST ? row.getLong(types.size() - 1) : 1;
        long hash = packing.hash().of(row);
        long place = packing.key().isEmpty() ? hash : RowHash.OF_BYTES.of(key(row));
        writer.reset();
        writer.zeroOutNullBytes();
        writer.write(0, sign);
        writer.write(1, place);
        writer.write(2, hash);
        writer.write(3, (long) row.getSizeInBytes());
        writer.write(4, row.getBytes());
        return writer.getRow();
    }

    private UnsafeRow key(UnsafeRow row) {
        if (key == null) {
            List<Expression> columns = packing.key().stream()
                    .<Expression>map(position -> new BoundReference(position, types.get(position), true))
                    .toList();
            key = UnsafeProjection.create(seq(columns));
        }

        return key.apply(row);
    }
}
