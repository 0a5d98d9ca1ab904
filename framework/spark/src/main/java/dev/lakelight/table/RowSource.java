package dev.lakelight.table;

/** Something that holds written rows. */
interface RowSource {

    /** Return the written columns. */
    Header header();

    /** Hand the columns and then every row on, in order. */
    void readInto(RowTyping typing);
}
