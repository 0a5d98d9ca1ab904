/** What a notebook adds to the SQL of its cells. */
@NullMarked
package dev.lakelight.benchmark.sqlcells;

import org.jspecify.annotations.NullMarked;
