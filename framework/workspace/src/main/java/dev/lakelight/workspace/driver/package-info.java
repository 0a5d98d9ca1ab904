/**
 * The drivers of clusters: how the workspace starts them and what it tells them, and what they do. Classes that use Spark are loaded
 * in their JVMs only.
 */
@NullMarked
package dev.lakelight.workspace.driver;

import org.jspecify.annotations.NullMarked;
