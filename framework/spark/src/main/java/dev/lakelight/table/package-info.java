/** Rows of tables as people write them: read from data files or inline, typed by a schema, with every mistake placed. */
@NullMarked
package dev.lakelight.table;

import org.jspecify.annotations.NullMarked;
