/**
 * The secrets that this JVM has read, so that they can be kept out of what it writes.
 */
@NullMarked
package dev.lakelight.secret;

import org.jspecify.annotations.NullMarked;
