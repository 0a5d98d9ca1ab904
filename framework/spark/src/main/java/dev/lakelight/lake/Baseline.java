package dev.lakelight.lake;

import java.io.Serializable;

/**
 * Where a table stood at the start of its lake, or when it was last seeded.
 *
 * @param table id of a Delta table; another one means that it was dropped and made anew. Of a view its text, of other tables a text
 *     that tells their files
 * @param version latest version then; of what is no Delta table -1
 */
record Baseline(String table, long version) implements Serializable {

    static final long NO_VERSION = -1;

    boolean isDelta() {
        return version != NO_VERSION;
    }
}
