package dev.lakelight.lake;

/**
 * Where a table's history stood when it was last seeded.
 *
 * @param table id of the table; another one means that it was dropped and made anew
 * @param version latest version then
 */
record Baseline(String table, long version) {}
