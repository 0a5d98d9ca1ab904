/** What the transaction log of a Delta table tells, read file by file without a Spark job. */
@NullMarked
package dev.lakelight.delta;

import org.jspecify.annotations.NullMarked;
