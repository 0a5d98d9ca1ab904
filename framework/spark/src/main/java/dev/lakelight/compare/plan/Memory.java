package dev.lakelight.compare.plan;

/** Memory that is to be asked for before it is used. */
interface Memory {

    /** Return whether there are so many bytes more; if not, none were taken. */
    boolean take(long bytes);

    /** Give back so many. */
    void give(long bytes);

    /** Give back all. */
    void free();
}
