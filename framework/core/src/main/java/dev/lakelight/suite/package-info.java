/** What a build tool asks the forked suite JVM to do; handed over as a file, so that no command line is too long. */
@NullMarked
package dev.lakelight.suite;

import org.jspecify.annotations.NullMarked;
