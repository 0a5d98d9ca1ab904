/** The isolated world of one test: schemas, Delta tables, files and a Spark session that no other test sees. */
@NullMarked
package dev.lakelight.lake;

import org.jspecify.annotations.NullMarked;
