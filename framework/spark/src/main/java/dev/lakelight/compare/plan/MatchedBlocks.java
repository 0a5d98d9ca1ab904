package dev.lakelight.compare.plan;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The unbalanced rows of the blocks of a partition. When its different rows do not fit in the memory that there is, only those are
 * matched whose hashes are in the lower half, and the blocks are read once more for the others; halves are halved where they have to.
 */
final class MatchedBlocks implements Iterator<InternalRow> {

    /** Some hundred rows are left of a thousand million. */
    private static final int MOST_BITS = 24;

    private final Supplier<Iterator<InternalRow>> blocks;
    private final Memory memory;
    private final RowLayout layout;
    private final Deque<HashRange> ranges = new ArrayDeque<>(List.of(HashRange.ALL));
    private Iterator<InternalRow> found = Collections.emptyIterator();

    /** Take blocks that can be read several times. */
    MatchedBlocks(Supplier<Iterator<InternalRow>> blocks, Memory memory, RowLayout layout) {
        this.blocks = blocks;
        this.memory = memory;
        this.layout = layout;
    }

    @Override
    public boolean hasNext() {
        while (!found.hasNext() && !ranges.isEmpty()) {
            match(ranges.pop());
        }

        boolean more = found.hasNext();

        if (!more) {
            memory.free();
        }

        return more;
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }

        return found.next();
    }

    private void match(HashRange range) {
        found = Collections.emptyIterator();
        memory.free();
        RowTable table = new RowTable(memory, layout);

        if (fill(table, range)) {
            found = table.unbalanced();
        } else if (range.bits() == MOST_BITS) {
            throw new IllegalStateException(
                    "A task has not enough memory to compare some of the rows. Give the JVM that runs it a larger heap.");
        } else {
            ranges.push(range.upperHalf());
            ranges.push(range.lowerHalf());
        }
    }

    /** Return whether all rows of a range have found their place. */
    private boolean fill(RowTable table, HashRange range) {
        boolean fits = true;

        for (Iterator<InternalRow> each = blocks.get(); fits && each.hasNext(); ) {
            InternalRow block = each.next();
            RowBlock.visit(block, (hash, bytes, place, length) -> {
                table.touch(hash);
                return true;
            });
            fits = RowBlock.visit(
                    block,
                    (hash, bytes, place, length) -> !range.contains(hash) || table.add(hash, bytes, place, length));
        }

        return fits;
    }
}
