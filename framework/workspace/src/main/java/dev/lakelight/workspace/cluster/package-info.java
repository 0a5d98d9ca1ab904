/** Clusters: what they are, what becomes of them, and who may do what with them. Each that runs is a driver JVM of its own. */
@NullMarked
package dev.lakelight.workspace.cluster;

import org.jspecify.annotations.NullMarked;
