/** Jobs in Databricks' own shape: tasks that depend on each other, and references to values that only a run knows. */
@NullMarked
package dev.lakelight.job;

import org.jspecify.annotations.NullMarked;
