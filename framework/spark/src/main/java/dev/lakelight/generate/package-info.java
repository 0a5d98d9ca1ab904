/** Makes rows of a table's schema, constraints and keys, the same for the same seed: edge values first, then random ones. */
@NullMarked
package dev.lakelight.generate;

import org.jspecify.annotations.NullMarked;
