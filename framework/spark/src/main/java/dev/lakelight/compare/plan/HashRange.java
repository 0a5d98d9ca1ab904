package dev.lakelight.compare.plan;

/**
 * Hashes that begin with the same bits.
 *
 * @param bits how many
 * @param prefix what they are, as a number
 */
record HashRange(int bits, long prefix) {

    static final HashRange ALL = new HashRange(0, 0);

    boolean contains(long hash) {
        return bits == 0 || hash >>> (Long.SIZE - bits) == prefix;
    }

    HashRange lowerHalf() {
        return new HashRange(bits + 1, prefix << 1);
    }

    HashRange upperHalf() {
        return new HashRange(bits + 1, (prefix << 1) | 1);
    }
}
