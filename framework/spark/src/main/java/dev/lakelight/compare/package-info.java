/** Exact comparison of tables: schemas first, then rows as multisets, in order or paired by key, with bounded memory. */
@NullMarked
package dev.lakelight.compare;

import org.jspecify.annotations.NullMarked;
