@NullMarked
package dev.lakelight.workspace.job.trigger;

import org.jspecify.annotations.NullMarked;
