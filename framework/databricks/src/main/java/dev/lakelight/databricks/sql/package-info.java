/** The notebooks around those of the pipeline: they fill tables, run the pipeline, and look at what it has left. */
@NullMarked
package dev.lakelight.databricks.sql;

import org.jspecify.annotations.NullMarked;
