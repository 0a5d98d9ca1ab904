/** Jobs and their runs in the workspace's database. */
@NullMarked
package dev.lakelight.workspace.job.store;

import org.jspecify.annotations.NullMarked;
