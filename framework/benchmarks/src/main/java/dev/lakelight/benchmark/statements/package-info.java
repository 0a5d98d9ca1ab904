/** What statements on small Delta tables cost, with Delta's states computed on the driver and by Delta's own jobs. */
@NullMarked
package dev.lakelight.benchmark.statements;

import org.jspecify.annotations.NullMarked;
