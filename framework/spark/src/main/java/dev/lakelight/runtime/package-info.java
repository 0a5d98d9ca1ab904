/**
 * Runs notebooks and Java modules on a lake as Databricks does: cell by cell, in a scope of widgets, temporary views and
 * variables, and records what each cell did.
 */
@NullMarked
package dev.lakelight.runtime;

import org.jspecify.annotations.NullMarked;
