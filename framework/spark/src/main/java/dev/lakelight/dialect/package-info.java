/**
 * What Lakelight adds to Spark's SQL: statements of Databricks that Spark does not know, and names with catalogs. Each kind of
 * statement is a {@link dev.lakelight.dialect.StatementBridge}.
 */
@NullMarked
package dev.lakelight.dialect;

import org.jspecify.annotations.NullMarked;
