/** How differences of tables are told in words, the same wherever they were found. */
@NullMarked
package dev.lakelight.difference;

import org.jspecify.annotations.NullMarked;
