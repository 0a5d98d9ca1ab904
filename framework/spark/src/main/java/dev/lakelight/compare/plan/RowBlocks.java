package dev.lakelight.compare.plan;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.jspecify.annotations.Nullable;

/** Packs rows into blocks by the partition to which their hash belongs. A block is good until the next one is asked for. */
final class RowBlocks implements Iterator<InternalRow> {

    private static final int MOST_BYTES = 8 << 20;
    private static final int LARGEST_BLOCK = 32 << 10;
    private static final int SMALLEST_BLOCK = 1 << 10;

    private final Iterator<UnsafeRow> rows;
    private final CompactRow compact;
    private final int signColumn;
    private final @Nullable RowBlock[] blocks;
    private final int blockSize;
    private @Nullable InternalRow ready;
    private @Nullable RowBlock spare;
    private @Nullable RowBlock handedOut;
    private int closed;

    RowBlocks(Iterator<UnsafeRow> rows, int partitions, RowLayout layout) {
        this.rows = rows;
        this.compact = new CompactRow(layout);
        this.signColumn = layout.columns() - 1;
        this.blocks = new RowBlock[partitions];
        this.blockSize = Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, MOST_BYTES / partitions));
    }

    /** Neither the lowest nor the highest bits alone: those place rows in a {@link RowTable}, and are a {@link HashRange}. */
    private int partition(long hash) {
        return (int) ((hash >>> Integer.SIZE) % blocks.length);
    }

    @Override
    public boolean hasNext() {
        while (ready == null && rows.hasNext()) {
            takeBack();
            add(rows.next());
        }

        for (; ready == null && closed < blocks.length; closed++) {
            RowBlock block = blocks[closed];
            ready = block == null || block.isEmpty() ? null : block.asRow(closed);
        }

        return ready != null;
    }

    /** Whoever has got a block asks for the next one only when it has seen to that. */
    private void takeBack() {
        if (handedOut != null) {
            handedOut.clear();
            spare = handedOut;
            handedOut = null;
        }
    }

    @Override
    public InternalRow next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException();
        }

        InternalRow block = ready;
        ready = null;
        return block;
    }

    private void add(UnsafeRow row) {
        compact.take(row);
        long hash = compact.hash();
        int partition = partition(hash);
        RowBlock block = blocks[partition];

        if (block == null || !block.hasRoomFor(compact)) {
            if (block != null && !block.isEmpty()) {
                ready = block.asRow(partition);
                handedOut = block;
            }

            block = roomyBlock();
            blocks[partition] = block;
        }

        block.add(hash, row.getLong(signColumn), compact);
    }

    /** Return a block with room for the row. */
    private RowBlock roomyBlock() {
        RowBlock block = spare;
        spare = null;
        return block != null && block.hasRoomFor(compact)
                ? block
                : new RowBlock(Math.max(blockSize, RowBlock.size(compact)));
    }
}
