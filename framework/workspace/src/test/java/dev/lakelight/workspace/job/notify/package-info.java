@NullMarked
package dev.lakelight.workspace.job.notify;

import org.jspecify.annotations.NullMarked;
