/** What a test stands on while it runs, whichever engine runs it: its share of a cluster, its lake and its notebooks. */
@NullMarked
package dev.lakelight.junit.testbed;

import org.jspecify.annotations.NullMarked;
