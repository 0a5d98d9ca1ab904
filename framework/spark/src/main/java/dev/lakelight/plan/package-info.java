/** Nodes of Spark's plans that are written in Java. */
@NullMarked
package dev.lakelight.plan;

import org.jspecify.annotations.NullMarked;
