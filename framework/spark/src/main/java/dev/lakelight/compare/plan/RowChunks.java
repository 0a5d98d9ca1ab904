package dev.lakelight.compare.plan;

import java.util.ArrayList;
import java.util.List;

/** Rows one behind another in large arrays, each behind its length. An address is never negative, and is as good as the row. */
final class RowChunks {

    /** In place of an address: there is none. */
    static final long NONE = -1;

    private final Memory memory;
    private final int size;
    private final List<byte[]> chunks = new ArrayList<>();
    private int end;

    /** Make chunks of this size; a larger row gets one of its own. */
    RowChunks(Memory memory, int size) {
        this.memory = memory;
        this.size = size;
    }

    /** Keep a copy of a row and return its address; {@link #NONE} when there is no memory for it. */
    long add(byte[] source, int place, int length) {
        int needed = Long.BYTES + length;

        if ((chunks.isEmpty() || end + needed > last().length) && !begin(Math.max(size, needed))) {
            return NONE;
        }

        RowLayout.writeLong(last(), end, length);
        System.arraycopy(source, place, last(), end + Long.BYTES, length);
        long address = address(chunks.size() - 1, end);
        end += needed;
        return address;
    }

    /** Chunks are zeroes at first, and no row has a length of 0: so it is seen where one ends. */
    private boolean begin(int bytes) {
        if (!memory.take(bytes)) {
            return false;
        }

        chunks.add(new byte[bytes]);
        end = 0;
        return true;
    }

    private byte[] last() {
        return chunks.get(chunks.size() - 1);
    }

    /** Of the row whose length is at this place. */
    private static long address(int chunk, int place) {
        return ((long) chunk << Integer.SIZE) | (place + Long.BYTES);
    }

    byte[] chunk(long address) {
        return chunks.get((int) (address >>> Integer.SIZE));
    }

    static int place(long address) {
        return (int) address;
    }

    int length(long address) {
        return (int) RowLayout.readLong(chunk(address), place(address) - Long.BYTES);
    }

    /** Return the address of the first row, or {@link #NONE}. */
    long first() {
        return chunks.isEmpty() ? NONE : address(0, 0);
    }

    /** Return the address of the row behind another one, or {@link #NONE}. */
    long next(long address) {
        int chunk = (int) (address >>> Integer.SIZE);
        int place = place(address) + length(address);
        byte[] bytes = chunks.get(chunk);
        boolean more = place + Long.BYTES <= bytes.length && RowLayout.readLong(bytes, place) != 0;

        if (more) {
            return address(chunk, place);
        }

        return chunk + 1 < chunks.size() ? address(chunk + 1, 0) : NONE;
    }
}
