/** From the start of a JVM to the first passed assertion on a Delta table. */
@NullMarked
package dev.lakelight.benchmark.firstassertion;

import org.jspecify.annotations.NullMarked;
