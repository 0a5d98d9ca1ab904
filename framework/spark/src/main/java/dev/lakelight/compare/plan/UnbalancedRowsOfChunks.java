package dev.lakelight.compare.plan;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** Hands out the rows whose sign is not 0, one after another in the same object. */
final class UnbalancedRowsOfChunks implements Iterator<InternalRow> {

    private final RowChunks chunks;
    private final RowLayout layout;
    private final UnsafeRow row;
    private long address;

    UnbalancedRowsOfChunks(RowChunks chunks, RowLayout layout) {
        this.chunks = chunks;
        this.layout = layout;
        this.row = new UnsafeRow(layout.columns());
        this.address = chunks.first();
    }

    @Override
    public boolean hasNext() {
        while (address != RowChunks.NONE && isBalanced()) {
            address = chunks.next(address);
        }

        return address != RowChunks.NONE;
    }

    private boolean isBalanced() {
        return RowLayout.readLong(chunks.chunk(address), RowChunks.place(address)) == 0;
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }

        byte[] chunk = chunks.chunk(address);
        int place = RowChunks.place(address);
        byte[] whole = CompactRow.whole(
                chunk,
                place + RowBlock.SIGN,
                chunks.length(address) - RowBlock.SIGN,
                layout,
                RowLayout.readLong(chunk, place));
        row.pointTo(whole, whole.length);
        address = chunks.next(address);
        return row;
    }
}
