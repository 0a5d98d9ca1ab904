package dev.lakelight.compare.plan;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/**
 * Rows in fewer bytes than in Spark's format, which has eight for any number, most of them zeroes. Of each eight bytes those are left
 * that remain without the zeroes at one end; how many, and at which end, stands in half a byte before. Equal rows become equal bytes,
 * and others never do. The sign is left out.
 */
final class CompactRow {

    /** Up to this, the lowest bytes are there, so many; above, the highest ones. */
    private static final int ALL = Long.BYTES;

    /** In place of a length: there is nothing more. */
    private static final int END = 15;

    private static final int MOST_HIGHEST = END - ALL - 1;
    private static final int SEED = 42;
    private static final int HALF_BYTE = 4;
    private static final boolean IS_LOWEST_FIRST = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final int sign;
    private byte[] bytes = new byte[1 << 10];
    private int length;

    CompactRow(RowLayout layout) {
        this.sign = layout.sign();
    }

    /** Return how many bytes it takes. */
    int length() {
        return length;
    }

    /** Return a hash of it. */
    long hash() {
        return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, length, SEED);
    }

    void writeTo(byte[] target, int place) {
        System.arraycopy(bytes, 0, target, place, length);
    }

    /** Take a row in place of the one before. */
    void take(UnsafeRow row) {
        Object base = row.getBaseObject();
        long offset = row.getBaseOffset();
        int size = row.getSizeInBytes();
        makeRoom(size);
        int lengths = 0;
        int end = 0;
        boolean isFirst = true;

        for (int at = 0; at < size; at += Long.BYTES) {
            if (at != sign) {
                long word = Platform.getLong(base, offset + at);
                int lowest = ALL - (Long.numberOfLeadingZeros(word) >>> 3);
                int highest = ALL - (Long.numberOfTrailingZeros(word) >>> 3);
                boolean isShorterAbove = highest < lowest && highest <= MOST_HIGHEST;
                int code = isShorterAbove ? ALL + highest : lowest;

                if (isFirst) {
                    lengths = end++;
                    bytes[lengths] = (byte) (code | (END << HALF_BYTE));
                } else {
                    bytes[lengths] = (byte) ((bytes[lengths] & END) | (code << HALF_BYTE));
                }

                writeLowestFirst(end, isShorterAbove ? word >>> (Byte.SIZE * (ALL - highest)) : word);
                end += isShorterAbove ? highest : lowest;
                isFirst = !isFirst;
            }
        }

        length = end;
    }

    /** For the longest that a row can become, and for eight bytes that are written where fewer are meant. */
    private void makeRoom(int size) {
        int most = size + size / Long.BYTES + 2 * Long.BYTES;

        if (bytes.length < most) {
            bytes = new byte[Math.max(most, 2 * bytes.length)];
        }
    }

    private void writeLowestFirst(int position, long word) {
        RowLayout.writeLong(bytes, position, IS_LOWEST_FIRST ? word : Long.reverseBytes(word));
    }

    /** Return a row in Spark's format, with a sign. */
    static byte[] whole(byte[] bytes, int place, int length, RowLayout layout, long signOfRow) {
        byte[] row = new byte[layout.rest()];
        int end = 0;
        int at = place;

        for (boolean more = true; more && at < place + length; ) {
            int lengths = bytes[at++];

            for (int shift = 0; more && shift <= HALF_BYTE; shift += HALF_BYTE) {
                int code = (lengths >>> shift) & END;
                more = code != END;

                if (more) {
                    end += end == layout.sign() ? Long.BYTES : 0;
                    row = end + Long.BYTES > row.length ? Arrays.copyOf(row, 2 * row.length) : row;
                    RowLayout.writeLong(row, end, word(bytes, at, code));
                    at += size(code);
                    end += Long.BYTES;
                }
            }
        }

        byte[] whole = Arrays.copyOf(row, Math.max(end, layout.rest()));
        RowLayout.writeLong(whole, layout.sign(), signOfRow);
        return whole;
    }

    private static int size(int code) {
        return code <= ALL ? code : code - ALL;
    }

    private static long word(byte[] bytes, int place, int code) {
        long word = 0;

        for (int i = size(code) - 1; i >= 0; i--) {
            word = (word << Byte.SIZE) | Byte.toUnsignedLong(bytes[place + i]);
        }

        return code <= ALL ? word : word << (Byte.SIZE * (ALL - size(code)));
    }
}
