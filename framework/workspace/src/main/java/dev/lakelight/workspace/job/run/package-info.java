/** Runs of jobs as they go on: their threads, their clusters and what is written down of them. */
@NullMarked
package dev.lakelight.workspace.job.run;

import org.jspecify.annotations.NullMarked;
