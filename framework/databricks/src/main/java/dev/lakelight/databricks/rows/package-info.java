/** Rows as text, as they travel to a workspace. */
@NullMarked
package dev.lakelight.databricks.rows;

import org.jspecify.annotations.NullMarked;
