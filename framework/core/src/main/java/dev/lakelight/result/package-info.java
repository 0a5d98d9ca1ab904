/**
 * What a suite run leaves behind: tests, the module runs inside them, their cells, and the differences that were found.
 * Values only; they travel from the forked suite JVM to the reports as an event log.
 */
@NullMarked
package dev.lakelight.result;

import org.jspecify.annotations.NullMarked;
