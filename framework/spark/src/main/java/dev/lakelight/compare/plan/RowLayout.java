package dev.lakelight.compare.plan;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/**
 * Where things are in a row with a sign.
 *
 * @param columns their number, with that of the sign, which is the last one
 * @param sign where the eight bytes of the sign begin
 */
record RowLayout(int columns, int sign) implements Serializable {

    private static final long SEED = 42;

    static RowLayout of(int columns) {
        return new RowLayout(columns, UnsafeRow.calculateBitSetWidthInBytes(columns) + Long.BYTES * (columns - 1));
    }

    /** Return where in a row that follows is which comes after the sign. */
    int rest() {
        return sign + Long.BYTES;
    }

    /** Return a hash of all but the sign. */
    long hash(UnsafeRow row) {
        Object base = row.getBaseObject();
        long offset = row.getBaseOffset();
        long hash = XXH64.hashUnsafeBytes(base, offset, sign, SEED);
        int left = row.getSizeInBytes() - rest();
        return left == 0 ? hash : XXH64.hashUnsafeBytes(base, offset + rest(), left, hash);
    }

    static long readLong(byte[] bytes, int position) {
        return Platform.getLong(bytes, Platform.BYTE_ARRAY_OFFSET + position);
    }

    static void writeLong(byte[] bytes, int position, long value) {
        Platform.putLong(bytes, Platform.BYTE_ARRAY_OFFSET + position, value);
    }
}
