/** Seeding a table of ten rows and asserting on it, against Spark alone and the small assertions of other libraries. */
@NullMarked
package dev.lakelight.benchmark.small;

import org.jspecify.annotations.NullMarked;
