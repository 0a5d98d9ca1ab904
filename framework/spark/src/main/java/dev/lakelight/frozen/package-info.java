/** Gives queries the time and the random numbers that a configuration says, instead of those of the moment. */
@NullMarked
package dev.lakelight.frozen;

import org.jspecify.annotations.NullMarked;
