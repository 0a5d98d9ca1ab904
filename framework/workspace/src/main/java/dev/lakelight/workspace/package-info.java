/**
 * A local workspace that speaks Databricks' REST API, for tests of what uses it. Unofficial: Databricks has no part in it. The
 * JVM that serves it loads no Spark.
 */
@NullMarked
package dev.lakelight.workspace;

import org.jspecify.annotations.NullMarked;
