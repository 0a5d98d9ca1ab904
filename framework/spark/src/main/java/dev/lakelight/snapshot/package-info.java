/**
 * The state of Delta tables, computed on the driver. Delta reads the log of a table in a Spark job of three stages, whatever the
 * log's size: most of the time of a statement on a small table. The log of a small table is read here, and no job runs.
 */
@NullMarked
package dev.lakelight.snapshot;

import org.jspecify.annotations.NullMarked;
