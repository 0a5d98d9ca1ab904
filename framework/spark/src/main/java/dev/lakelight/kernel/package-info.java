/**
 * Writing and reading small Delta tables with Delta Kernel, in the calling thread and without a Spark job. What Kernel does not do
 * exactly as Spark does is left to Spark; that is decided by schema and protocol, before anything is written.
 */
@NullMarked
package dev.lakelight.kernel;

import org.jspecify.annotations.NullMarked;
