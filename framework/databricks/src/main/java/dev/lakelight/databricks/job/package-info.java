/** The tests of a suite as the tasks of a run, and what the Jobs API tells of them. */
@NullMarked
package dev.lakelight.databricks.job;

import org.jspecify.annotations.NullMarked;
