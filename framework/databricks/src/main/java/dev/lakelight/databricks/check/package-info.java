/** What was found in a workspace, and what that means for a test. */
@NullMarked
package dev.lakelight.databricks.check;

import org.jspecify.annotations.NullMarked;
