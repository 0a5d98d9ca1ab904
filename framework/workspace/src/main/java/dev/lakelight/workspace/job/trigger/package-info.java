/** What starts jobs without anybody asking: schedules, files that arrive, and runs that end. */
@NullMarked
package dev.lakelight.workspace.job.trigger;

import org.jspecify.annotations.NullMarked;
