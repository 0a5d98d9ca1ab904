/** Proves that the user guide says what is. */
@NullMarked
package dev.lakelight.docs;

import org.jspecify.annotations.NullMarked;
