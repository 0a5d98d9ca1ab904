/** Whole JVMs against each other, in turn: wall time and CPU time from the start of a process to its end. */
@NullMarked
package dev.lakelight.benchmark.process;

import org.jspecify.annotations.NullMarked;
