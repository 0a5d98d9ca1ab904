/** Job files: bundles, which are {@code databricks.yml} with what it includes, and jobs as JSON. */
@NullMarked
package dev.lakelight.job.file;

import org.jspecify.annotations.NullMarked;
