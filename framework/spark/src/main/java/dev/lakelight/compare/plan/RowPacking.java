package dev.lakelight.compare.plan;

import java.io.Serializable;
import java.util.List;

/**
 * How rows become {@link PackedRows}.
 *
 * @param signs whether the last column is a sign
 * @param key where the columns are whose rows are to be beside each other; none means each row on its own
 * @param hash gives rows their hash
 */
public record RowPacking(Signs signs, List<Integer> key, RowHash hash) implements Serializable {

    /** Whether rows have a sign. */
    public enum Signs {
        /** The last column. */
        LAST,
        /** It is 1. */
        NONE
    }

    public RowPacking {
        key = List.copyOf(key);
    }

    /** Return the packing of rows that count as they are. */
    public static RowPacking plain() {
        return new RowPacking(Signs.NONE, List.of(), RowHash.OF_BYTES);
    }

    /** Return the packing of rows with a sign. */
    public static RowPacking signed(List<Integer> key, RowHash hash) {
        return new RowPacking(Signs.LAST, key, hash);
    }
}
