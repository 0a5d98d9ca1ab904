/** Checks something of many generated lakes, and shows the smallest one of which it is not true. */
@NullMarked
package dev.lakelight.property;

import org.jspecify.annotations.NullMarked;
