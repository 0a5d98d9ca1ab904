/** Code that the user guide shows and that is found nowhere else. */
@NullMarked
package dev.lakelight.docs.examples;

import org.jspecify.annotations.NullMarked;
