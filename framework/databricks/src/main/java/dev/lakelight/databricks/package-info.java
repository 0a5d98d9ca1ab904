/** Runs the suite of a branch on Databricks: in a Git folder at its commit, as the tasks of a run, each test in a catalog of its own. */
@NullMarked
package dev.lakelight.databricks;

import org.jspecify.annotations.NullMarked;
