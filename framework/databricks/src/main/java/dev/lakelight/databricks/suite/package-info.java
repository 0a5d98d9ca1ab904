/** Which tests a project has, and what each of them does on Databricks. */
@NullMarked
package dev.lakelight.databricks.suite;

import org.jspecify.annotations.NullMarked;
