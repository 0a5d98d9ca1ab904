/** A workspace, through the official SDK. */
@NullMarked
package dev.lakelight.databricks.api;

import org.jspecify.annotations.NullMarked;
