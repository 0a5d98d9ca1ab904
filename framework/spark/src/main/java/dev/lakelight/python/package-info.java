/**
 * Python beside the JVM: finds one that has PySpark, starts a process of it for each notebook run, and joins that to the run's
 * session by Spark's own Py4J gateway. The Python side is in the resources of this package.
 */
@NullMarked
package dev.lakelight.python;

import org.jspecify.annotations.NullMarked;
