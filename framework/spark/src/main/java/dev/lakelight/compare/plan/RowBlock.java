package dev.lakelight.compare.plan;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.array.ByteArrayMethods;

/**
 * Rows one behind another, each behind its hash and its length: the sign, and behind it a {@link CompactRow}. The block is a row itself,
 * of a number and of bytes, and is written where it is: in Spark's binary format, so that nothing is copied to hand it out. As any row in
 * that format it ends at a multiple of eight bytes.
 */
final class RowBlock {

    private static final int COLUMNS = 2;

    /** Where the bytes begin and how many there are, behind the number. */
    private static final int EXTENT = UnsafeRow.calculateBitSetWidthInBytes(COLUMNS) + Long.BYTES;

    private static final int BEGIN = EXTENT + Long.BYTES;
    private static final int BEFORE_ROW = 2 * Long.BYTES;

    /** The bytes of the sign, with which a row begins. */
    static final int SIGN = Long.BYTES;

    private final byte[] bytes;
    private final UnsafeRow row = new UnsafeRow(COLUMNS);
    private int end = BEGIN;

    /** Make room for so many bytes of rows, with what is before each. */
    RowBlock(int size) {
        this.bytes = new byte[roundedUp(BEGIN + size)];
    }

    private static int roundedUp(int size) {
        return ByteArrayMethods.roundNumberOfBytesToNearestWord(size);
    }

    /** Return how many bytes a row takes here. */
    static int size(CompactRow row) {
        return BEFORE_ROW + SIGN + row.length();
    }

    boolean isEmpty() {
        return end == BEGIN;
    }

    boolean hasRoomFor(CompactRow added) {
        return end + size(added) <= bytes.length;
    }

    void add(long hash, long sign, CompactRow added) {
        RowLayout.writeLong(bytes, end, hash);
        RowLayout.writeLong(bytes, end + Long.BYTES, SIGN + added.length());
        RowLayout.writeLong(bytes, end + BEFORE_ROW, sign);
        added.writeTo(bytes, end + BEFORE_ROW + SIGN);
        end += size(added);
    }

    void clear() {
        end = BEGIN;
    }

    /** Return it as a row, which is good until the block is changed. */
    InternalRow asRow(int partition) {
        RowLayout.writeLong(bytes, EXTENT, ((long) BEGIN << Integer.SIZE) | (end - BEGIN));
        row.pointTo(bytes, Platform.BYTE_ARRAY_OFFSET, roundedUp(end));
        row.setInt(0, partition);
        return row;
    }

    /** Show the rows of a block to a visitor until it has had enough; return whether it never had. */
    static boolean visit(InternalRow block, Visitor visitor) {
        UnsafeRow row = (UnsafeRow) block;
        byte[] bytes = (byte[]) row.getBaseObject();
        int start = (int) (row.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET);
        int end = start + BEGIN + (int) RowLayout.readLong(bytes, start + EXTENT);
        boolean wanted = true;

        for (int at = start + BEGIN; wanted && at < end; ) {
            int length = (int) RowLayout.readLong(bytes, at + Long.BYTES);
            wanted = visitor.visit(RowLayout.readLong(bytes, at), bytes, at + BEFORE_ROW, length);
            at += BEFORE_ROW + length;
        }

        return wanted;
    }

    /** Looks at rows. */
    interface Visitor {

        /** Look at the row that is at a place in some bytes, and return whether to go on. */
        boolean visit(long hash, byte[] bytes, int place, int length);
    }
}
