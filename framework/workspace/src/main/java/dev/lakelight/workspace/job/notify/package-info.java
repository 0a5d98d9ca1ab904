/** Tells people and other programs of runs that begin and end. */
@NullMarked
package dev.lakelight.workspace.job.notify;

import org.jspecify.annotations.NullMarked;
