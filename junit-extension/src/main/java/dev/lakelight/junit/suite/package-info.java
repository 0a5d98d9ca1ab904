/** The main program of the forked suite JVM: runs the whole suite and leaves an event log. */
@NullMarked
package dev.lakelight.junit.suite;

import org.jspecify.annotations.NullMarked;
