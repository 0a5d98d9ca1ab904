/** What a benchmark is, the figures that it reports, and the machine that they are true of. */
@NullMarked
package dev.lakelight.benchmark.measure;

import org.jspecify.annotations.NullMarked;
