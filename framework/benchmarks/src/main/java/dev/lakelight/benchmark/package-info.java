/** What Lakelight costs, measured: the command that runs a benchmark and keeps what it found. */
@NullMarked
package dev.lakelight.benchmark;

import org.jspecify.annotations.NullMarked;
