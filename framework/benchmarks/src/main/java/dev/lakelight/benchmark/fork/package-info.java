/** Forking and rolling back a lake, against Delta's own {@code SHALLOW CLONE} and {@code RESTORE}. */
@NullMarked
package dev.lakelight.benchmark.fork;

import org.jspecify.annotations.NullMarked;
