/** How Lakelight starts, watches and ends JVMs, and what makes a Spark JVM start fast. Knows Spark by class names only. */
@NullMarked
package dev.lakelight.launch;

import org.jspecify.annotations.NullMarked;
