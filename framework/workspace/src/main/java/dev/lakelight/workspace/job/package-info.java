/** The Jobs API in all its versions. */
@NullMarked
package dev.lakelight.workspace.job;

import org.jspecify.annotations.NullMarked;
