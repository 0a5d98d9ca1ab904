package dev.lakelight.generate;

import java.util.Random;

/**
 * The random numbers of one value. They depend on nothing but the seed and the value's place, so that neither other columns nor the
 * order of work change them; {@link Random} has the same sequence in every JDK.
 *
 * @param seed of the table's rows
 * @param table name of the table
 */
record Draw(long seed, String table) {

    /** Of the finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    /** Return the random numbers of a value, or of something else that has a name. */
    Random of(String column, int row, int attempt) {
        long mixed = mix(mix(mix(mix(seed) + table.hashCode()) + column.hashCode()) + row);
        return new Random(mix(mixed + attempt));
    }

    private static long mix(long value) {
        long mixed = value + GAMMA;
        mixed = (mixed ^ (mixed >>> 30)) * FIRST;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND;
        return mixed ^ (mixed >>> 31);
    }
}
