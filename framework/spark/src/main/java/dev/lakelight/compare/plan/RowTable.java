package dev.lakelight.compare.plan;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The different ones of the rows that are added, with the sums of their signs in the place of these. Rows are equal when all their
 * bytes but those of the sign are; a hash only tells where to look for one.
 */
final class RowTable {

    private static final int CHUNK = 1 << 20;
    private static final int FIRST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS = 1 << 27;

    private final Memory memory;
    private final RowLayout layout;
    private final RowChunks chunks;

    /** Two numbers for each slot: a hash, and one more than the address of the row. */
    private long[] slots = new long[0];

    private int rows;

    /** Nobody reads it, but the compiler cannot know. */
    byte touched;

    RowTable(Memory memory, RowLayout layout) {
        this.memory = memory;
        this.layout = layout;
        this.chunks = new RowChunks(memory, CHUNK);
    }

    /**
     * Touch the memory in which the like of a row may be. Done for some hundred rows before any of them is added, this waits for
     * memory once instead of hundreds of times: a table is larger than the caches of a processor.
     */
    void touch(long hash) {
        if (slots.length > 0) {
            int slot = first(hash);
            long address = slots[slot + 1] - 1;

            if (address >= 0 && slots[slot] == hash) {
                touched ^= chunks.chunk(address)[RowChunks.place(address)];
            }
        }
    }

    /** Add the row at a place in a {@link RowBlock}. Return false when there is no memory for it. */
    boolean add(long hash, byte[] block, int place, int length) {
        if (4 * rows >= slots.length && !grow()) {
            return false;
        }

        int slot = slot(hash, block, place, length);

        if (slots[slot + 1] == 0) {
            return insert(slot, hash, block, place, length);
        }

        long address = slots[slot + 1] - 1;
        byte[] chunk = chunks.chunk(address);
        int sign = RowChunks.place(address);
        long more = RowLayout.readLong(block, place);
        RowLayout.writeLong(chunk, sign, Math.addExact(RowLayout.readLong(chunk, sign), more));
        return true;
    }

    private boolean insert(int slot, long hash, byte[] block, int place, int length) {
        long address = chunks.add(block, place, length);

        if (address == RowChunks.NONE) {
            return false;
        }

        put(slot, hash, address + 1);
        rows++;
        return true;
    }

    /** Return where a row is, or is to be. */
    private int slot(long hash, byte[] block, int place, int length) {
        int slot = first(hash);

        while (slots[slot + 1] != 0 && !(slots[slot] == hash && isAt(slots[slot + 1] - 1, block, place, length))) {
            slot = next(slot);
        }

        return slot;
    }

    private boolean isAt(long address, byte[] block, int place, int length) {
        int at = RowChunks.place(address);
        return chunks.length(address) == length
                && Arrays.equals(
                        chunks.chunk(address),
                        at + RowBlock.SIGN,
                        at + length,
                        block,
                        place + RowBlock.SIGN,
                        place + length);
    }

    private int first(long hash) {
        return (int) (hash << 1) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 2) & (slots.length - 1);
    }

    private void put(int slot, long hash, long entry) {
        slots[slot] = hash;
        slots[slot + 1] = entry;
    }

    private boolean grow() {
        long[] old = slots;
        int more = Math.max(2 * FIRST_SLOTS, 2 * old.length);

        if (more > 2 * MOST_SLOTS || !memory.take((long) Long.BYTES * more)) {
            return false;
        }

        slots = new long[more];

        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                put(free(old[i]), old[i], old[i + 1]);
            }
        }

        memory.give((long) Long.BYTES * old.length);
        return true;
    }

    private int free(long hash) {
        int slot = first(hash);

        while (slots[slot + 1] != 0) {
            slot = next(slot);
        }

        return slot;
    }

    /** Return the rows whose sum is not 0, one object for all of them. Nothing must be added any more. */
    Iterator<InternalRow> unbalanced() {
        return new UnbalancedRowsOfChunks(chunks, layout);
    }
}
