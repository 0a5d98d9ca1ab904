/** Volumes and the files in them. */
@NullMarked
package dev.lakelight.workspace.volumes;

import org.jspecify.annotations.NullMarked;
